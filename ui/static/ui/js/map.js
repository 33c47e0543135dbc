// Draws the spaces of a list on a map. Without scripts the list stands alone and nothing is missing.
//
// A details[data-map] is hidden until here; it holds a div[data-map-canvas] and says in data-points where the
// points are (GeoJSON), in data-tiles and data-credit which pictures lie under them, if any, and its words.

const MOST_PINS = 300;
const WIDE = "(min-width: 62em)";
const NEAREST = 16;

function plain(text) {
  const span = document.createElement("span");
  span.textContent = text;
  return span.innerHTML;
}

function card(properties) {
  const box = document.createElement("div");
  const link = document.createElement("a");
  link.href = new URL(properties.indirizzo_web).pathname;
  link.textContent = properties.nome;
  const where = document.createElement("p");
  where.textContent = `${properties.via}, ${properties.comune}`;
  box.append(link, where);
  return box;
}

function pin(feature, at) {
  const { nome, comune, stato } = feature.properties;
  const name = `${nome}, ${comune}`;
  const icon = L.divIcon({ className: `pub-pin pub-pin-${stato}`, iconSize: [28, 28] });
  const marker = L.marker(at, { icon, title: name, riseOnHover: true });
  marker.on("add", () => marker.getElement()?.setAttribute("aria-label", name));
  return marker;
}

function mark(map, features, hasTiles) {
  const bounds = L.latLngBounds([]);
  const named = new Set();
  const many = features.length > MOST_PINS;
  for (const feature of features) {
    const [longitude, latitude] = feature.geometry.coordinates;
    const at = L.latLng(latitude, longitude);
    const { comune } = feature.properties;
    const marker = many ? L.circleMarker(at, { radius: 5 }) : pin(feature, at);
    marker.bindPopup(() => card(feature.properties), { closeButton: false }).addTo(map);
    bounds.extend(at);
    // Where nothing lies under the points, the names of the places say where one is.
    if (hasTiles || named.has(comune)) continue;
    named.add(comune);
    L.tooltip(at, { content: plain(comune), permanent: true, direction: "bottom", offset: [0, 12], className: "pub-place" }).addTo(map);
  }
  if (bounds.isValid()) map.fitBounds(bounds.pad(0.1), { maxZoom: NEAREST });
}

async function draw(details) {
  const { points, tiles, credit, zoomIn, zoomOut, failed } = details.dataset;
  const canvas = details.querySelector("[data-map-canvas]");
  const map = L.map(canvas, { scrollWheelZoom: false, preferCanvas: true, zoomControl: false, fadeAnimation: false });
  map.attributionControl.setPrefix("Leaflet").addAttribution(plain(credit));
  L.control.zoom({ zoomInTitle: zoomIn, zoomOutTitle: zoomOut }).addTo(map);
  if (tiles) L.tileLayer(tiles, { maxZoom: 19 }).addTo(map);
  try {
    const answer = await fetch(points);
    if (!answer.ok) throw new Error(String(answer.status));
    const { features } = await answer.json();
    mark(map, features.filter((feature) => feature.geometry), Boolean(tiles));
  } catch {
    canvas.replaceWith(failed);
  }
}

function prepare(details) {
  let drawn = false;
  details.addEventListener("toggle", () => {
    if (!details.open || drawn) return;
    drawn = true;
    draw(details);
  });
  details.hidden = false;
  details.open = matchMedia(WIDE).matches;
}

if (window.L) document.querySelectorAll("details[data-map]").forEach(prepare);
