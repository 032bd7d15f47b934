// The map of producers. Without a tile server the places stand with their names on plain ground, inside the region's
// outline where an operator loaded one. The table below the map says the same.
const data = JSON.parse(document.getElementById("karte-daten").textContent);
const place = document.getElementById("karte-flaeche");
const green = getComputedStyle(document.documentElement).getPropertyValue("--lv-green").trim();
const map = L.map(place, { scrollWheelZoom: false, attributionControl: Boolean(data.attribution), zoomSnap: 0.25 });
map.setView(data.centre, 10); // Leaflet draws marks only on a map that knows where it is

if (data.tiles) L.tileLayer(data.tiles, { attribution: data.attribution, maxZoom: 18 }).addTo(map);

const layer = L.featureGroup(
  data.places.map(({ name, url, town, lat, lon }) => {
    const link = document.createElement("a");
    link.href = url;
    link.textContent = name;
    const label = document.createElement("span");
    label.append(link, document.createElement("br"), town);
    return L.circleMarker([lat, lon], { radius: 7, color: "#fff", weight: 2, fillColor: green, fillOpacity: 1 })
      .bindTooltip(name, { direction: "right", offset: [8, 0] })
      .bindPopup(label);
  }),
).addTo(map);

if (data.here) L.circleMarker(data.here, { radius: 8, color: green, weight: 3, fillColor: "#f6c74b", fillOpacity: 1 }).addTo(map);

if (data.places.length) map.fitBounds(layer.getBounds().pad(0.15), { maxZoom: 12, animate: false });

// Names stand beside their places where they do not cover each other.
const taken = [];
const overlaps = (one, other) => one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
const nameWhereFree = () => {
  taken.length = 0;
  layer.eachLayer((marker) => {
    marker.unbindTooltip();
    const name = marker.getPopup().getContent().firstChild.textContent;
    marker.bindTooltip(name, { permanent: true, direction: "right", offset: [8, 0], className: "lv-map__name" });
    const box = marker.getTooltip().getElement().getBoundingClientRect();
    if (taken.some((other) => overlaps(box, other))) marker.unbindTooltip().bindTooltip(name, { direction: "right", offset: [8, 0] });
    else taken.push(box);
  });
};
map.on("zoomend", nameWhereFree);
nameWhereFree();

if (data.outline)
  fetch(data.outline)
    .then((answer) => answer.json())
    .then((areas) => L.geoJSON(areas, { interactive: false, style: { color: "#7f8983", weight: 1, fillColor: green, fillOpacity: 0.05 } }).addTo(map).bringToBack());
