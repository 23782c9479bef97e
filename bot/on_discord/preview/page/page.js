"use strict";
const key = location.hash.slice(1);
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
const $ = (id) => document.getElementById(id);
const STOPPED = "The preview has stopped. Start it again, and open the address that it prints.";
const NO_KEY = "Open the whole address that the preview printed, with what follows the #.";
let state = null;
let typing = 0;

async function call(path, body) {
  const headers = { "X-Parley-Key": key };
  if (body) headers["Content-Type"] = "application/json";
  const answer = await fetch(path, { method: body ? "POST" : "GET", headers, body: body && JSON.stringify(body) });
  if (!answer.ok) throw Object.assign(new Error(path), { status: answer.status });
  return answer.json();
}

function say(text) {
  $("notice").textContent = text;
  $("notice").hidden = !text;
}

function complain(error) {
  say(error.status === 403 ? NO_KEY : STOPPED);
}

function element(name, text, ...children) {
  const made = document.createElement(name);
  made.append(text, ...children);
  return made;
}

function item(content) {
  return element("li", content);
}

function viewButton(view) {
  const button = element("button", view.title, element("small", view.place));
  button.type = "button";
  button.dataset.view = view.name;
  button.setAttribute("aria-current", String(view.name === state.view));
  button.addEventListener("click", () => choose(view.name));
  return button;
}

function tryButton({ text, note }) {
  if (!text) return element("div", element("small", note));
  const button = element("button", element("code", text), element("small", note));
  button.type = "button";
  button.addEventListener("click", () => type(text));
  return button;
}

function show(next) {
  if ($("notice").textContent === STOPPED) say("");
  // An answer that was on its way when another view was chosen comes late.
  if (state && next.number <= state.number) return;
  state = next;
  $("views").replaceChildren(...state.views.map((view) => item(viewButton(view))));
  const { tries } = state.views.find((view) => view.name === state.view);
  $("tries").replaceChildren(...tries.map((each) => item(tryButton(each))));
  $("footnote").textContent = state.footnote;
  $("frame").src = state.frame;
}

async function choose(view) {
  say("");
  clearTimeout(typing);
  $("frame").src = "about:blank";
  try {
    show(await call("/parley/view", { view, timezone: zone }));
  } catch (error) {
    complain(error);
  }
}

// What is typed while simcord's page is at work would be lost.
function type(text) {
  clearTimeout(typing);
  const inside = $("frame").contentWindow;
  if (!inside?.simcordPreview?.ready) {
    typing = setTimeout(type, 100, text);
    return;
  }
  inside.document.querySelector(".command-context-close")?.click();
  const box = inside.document.getElementById("channel-composer-input");
  box.focus();
  box.value = text;
  box.dispatchEvent(new inside.Event("input", { bubbles: true }));
}

async function find(entry, message) {
  say(`${entry} …`);
  try {
    await call("/parley/menu", { entry, message });
    say("");
  } catch {
    say(`“${entry}” could not be chosen on this message.`);
  }
}

// simcord draws no menu on a message: the bot's own entries are put beside its buttons.
function addEntries(inside) {
  if (state.view === "direct") return;
  for (const message of inside.querySelectorAll("#channel-message-list [data-message-id]")) {
    const bar = message.querySelector(".message-context-actions");
    if (!bar || bar.querySelector(".parley-entry")) continue;
    for (const entry of state.menu) {
      const button = inside.createElement("button");
      button.type = "button";
      button.className = "message-action-button parley-entry";
      button.textContent = entry;
      button.addEventListener("click", () => find(entry, message.dataset.messageId));
      bar.append(button);
    }
  }
}

$("frame").addEventListener("load", () => {
  const inside = $("frame").contentDocument;
  const list = inside?.getElementById("channel-message-list");
  if (!list) return;
  const style = inside.createElement("link");
  style.rel = "stylesheet";
  style.href = "/parley/frame.css";
  inside.head.append(style);
  const watch = new inside.defaultView.MutationObserver(() => addEntries(inside));
  watch.observe(list, { childList: true, subtree: true });
  addEntries(inside);
  const status = inside.getElementById("action-status");
  const tell = () => { $("status").textContent = /…$|\bnot\b/.test(status.textContent) ? status.textContent : ""; };
  new inside.defaultView.MutationObserver(tell).observe(status, { childList: true, characterData: true, subtree: true });
});

async function follow() {
  try {
    show(await call("/parley/state"));
  } catch (error) {
    complain(error);
  }
  setTimeout(follow, 1000);
}

addEventListener("hashchange", () => location.reload());
choose("member").then(() => setTimeout(follow, 1000));
