# The house as compose.yaml runs it: packages from the lock file, assets and translations built, nothing of the tests.
FROM node:24-slim AS packages
WORKDIR /srv/house
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev

FROM python:3.12-slim
WORKDIR /srv/house
COPY requirements/run.txt requirements/run.txt
RUN pip install --no-cache-dir --require-hashes --no-deps -r requirements/run.txt
COPY . .
COPY --from=packages /srv/house/node_modules node_modules
RUN python -m scripts.assets && python -m scripts.translations --compile \
    && rm -rf node_modules && useradd --system house && mkdir -p /srv/var && chown house /srv/var
USER house
CMD ["gunicorn", "marketplace.wsgi", "--no-control-socket", "--bind", "0.0.0.0:8000"]
