"use strict";

const STATES = {
    UP: ["Siap", "Ready"],
    NOT_READY: ["Belum siap", "Not ready: it waits for its database or for Kafka"],
    UNREACHABLE: ["Tidak terjangkau", "Cannot be reached: it is not running"],
};

function inBoth(element, [indonesian, english]) {
    const other = document.createElement("span");
    other.lang = "en";
    other.textContent = english;
    element.replaceChildren(indonesian + " ", other);
    return element;
}

function part(name, className, text) {
    const element = document.createElement(name);
    element.className = className;
    element.textContent = text;
    return element;
}

function line(service, state) {
    const item = part("li", state, "");
    const docs = part("a", "docs", "API");
    docs.href = "/swagger-ui/index.html?urls.primaryName=" + encodeURIComponent(service);
    docs.setAttribute("aria-label", "API " + service);
    item.append(
        part("span", "dot", ""),
        part("span", "name", service),
        inBoth(part("span", "state", ""), STATES[state] ?? [state, state]),
        docs);
    return item;
}

function show(services) {
    const names = Object.keys(services);
    const ready = names.filter(name => services[name] === "UP").length;
    inBoth(document.getElementById("summary"), ready === names.length
        ? ["Semua layanan siap", "All services are ready"]
        : [`${ready} dari ${names.length} layanan siap`, `${ready} of ${names.length} services are ready`]);
    document.getElementById("states").replaceChildren(...names.map(name => line(name, services[name])));
    document.getElementById("checked").textContent = new Date().toLocaleTimeString("id");
}

const CLIENT = "lumbung-console";
const OFFICERS = ["BOARD", "SUPERVISOR", "MANAGER", "ADVISOR"];
const byId = id => document.getElementById(id);

// In this page's memory alone: it is gone with the page.
let token = null;
let operator = false;

function say(id, texts) {
    inBoth(byId(id), texts);
}

function fresh() {
    return base64(crypto.getRandomValues(new Uint8Array(32)));
}

function base64(bytes) {
    return btoa(String.fromCharCode(...new Uint8Array(bytes)))
        .replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** Goes to the login; what proves afterwards that it was us stays in this tab. */
async function logIn() {
    const issuer = (await (await fetch("/.well-known/oauth-authorization-server")).json()).issuer;
    if (new URL(issuer).origin !== location.origin) {
        location.assign(issuer + "/");
        return;
    }
    const verifier = fresh();
    const state = fresh();
    sessionStorage.setItem("login", JSON.stringify({verifier, state}));
    const challenge = base64(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(verifier)));
    location.assign("/oauth2/authorize?" + new URLSearchParams({
        response_type: "code",
        client_id: CLIENT,
        redirect_uri: location.origin + "/",
        state,
        code_challenge: challenge,
        code_challenge_method: "S256",
    }));
}

/** Back from the login: the code becomes a token, once. */
async function comeBack() {
    const given = new URLSearchParams(location.search);
    const begun = JSON.parse(sessionStorage.getItem("login") ?? "null");
    sessionStorage.removeItem("login");
    if (!given.has("state")) {
        return;
    }
    history.replaceState(null, "", "/");
    if (begun === null || given.get("state") !== begun.state || !given.has("code")) {
        say("user", ["Gagal masuk. Coba lagi.", "The login failed. Try again."]);
        return;
    }
    const answer = await fetch("/oauth2/token", {
        method: "POST",
        body: new URLSearchParams({
            grant_type: "authorization_code",
            client_id: CLIENT,
            code: given.get("code"),
            redirect_uri: location.origin + "/",
            code_verifier: begun.verifier,
        }),
    });
    if (!answer.ok) {
        say("user", ["Gagal masuk. Coba lagi.", "The login failed. Try again."]);
        return;
    }
    token = (await answer.json()).access_token;
    const user = await ask("/userinfo");
    if (user === null) {
        return;
    }
    operator = user.roles.includes("OPERATOR");
    byId("user").textContent = user.username ?? user.sub;
    byId("roles").textContent = user.roles.join(", ") + (user.cooperativeId ? " · " + user.cooperativeId : "");
    byId("login").hidden = true;
    byId("logout").hidden = false;
    byId("operator").hidden = !operator;
    byId("shu").hidden = !user.roles.some(role => OFFICERS.includes(role));
}

function forget() {
    token = null;
    operator = false;
    say("user", ["Masuk lagi", "Log in again"]);
    byId("roles").textContent = "";
    byId("login").hidden = false;
    byId("operator").hidden = true;
    byId("shu").hidden = true;
}

/** What is answered to whoever is logged in; null where that is nothing. */
async function ask(path) {
    const answer = await fetch(path, {cache: "no-store", headers: {Authorization: "Bearer " + token}});
    if (answer.status === 401) {
        forget();
    }
    return answer.ok ? answer.json() : null;
}

async function count(path) {
    const found = await ask(path);
    return found === null ? "–" : found.length >= 100 ? "≥ 100" : String(found.length);
}

async function showWaiting(services) {
    const rows = await Promise.all(services.map(async service => {
        const row = document.createElement("tr");
        row.append(
            part("th", "name", service),
            part("td", "count", await count(`/api/${service}/dead-letters?state=OPEN&limit=100`)),
            part("td", "count", await count(`/api/${service}/outbox/blocked`)));
        return row;
    }));
    byId("counts").replaceChildren(...rows);
}

async function look() {
    if (token === null) {
        const answer = await fetch("/actuator/health/readiness", {cache: "no-store"});
        say("summary", answer.ok
            ? ["Gerbang siap. Masuk untuk melihat layanan.", "The gateway is ready. Log in to see the services."]
            : ["Gerbang belum siap", "The gateway is not ready"]);
        byId("states").replaceChildren();
        return;
    }
    const services = (await ask("/actuator/health/services"))?.details;
    if (services) {
        show(services);
        if (operator) {
            await showWaiting(Object.keys(services));
        }
    }
}

async function check() {
    try {
        await look();
    } catch {
        say("summary", ["Gerbang tidak menjawab", "The gateway does not answer"]);
        byId("states").replaceChildren();
    }
    setTimeout(check, 5000);
}

byId("login").addEventListener("click", () => void logIn().catch(() =>
    say("user", ["Layanan keanggotaan tidak menjawab", "The membership service does not answer"])));
void comeBack()
    .catch(() => say("user", ["Gagal masuk. Coba lagi.", "The login failed. Try again."]))
    .then(check);
