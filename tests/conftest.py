"""What all tests share: the machines (a database to clone, search servers, a browser) and the cast."""

pytest_plugins = ["tests.plugins.database", "tests.plugins.machines"]
