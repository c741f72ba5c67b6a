// Runs jsii's program in one process. jsii runs two: the program, which asks and answers on file descriptor 3, and one
// before it that passes all on, at the price of a start, of a process's memory, and of two more turns for each question.
//
// The other side need not wait for an answer. Before a question that it does not wait for stands, and then a tab, what it took
// the answer to be (=ANSWER), or what it goes on with in place of a token ($ALIAS) or a name (@ALIAS) that only this side
// knows. No such question is answered. Where the answer is another, no more is done, and the first question that is waited for
// gets it.
//
// program.js beside this is jsii's own, as it is.
"use strict";

const fs = require("fs");
const { Writable } = require("stream");
const { readSync, writeSync } = fs;

const CHANNEL = 3;
const IN = 0;
const OUT = 1;

const ALIAS = /foreseen9d1c6b2f47e05a38_\d+_/g;
const TOKEN = /^\{"ok":\{"value":"\$\{TfToken\[(TOKEN\.\d+)\]\}"\}\}$/;
const NAME = /^\{"ok":\{"value":"([\w-]+)"\}\}$/;

// Whoever finds nobody to speak with asks for Node's version, and says which is needed.
if (Number.parseInt(process.versions.node, 10) < 20) process.exit(1);

// No file that is opened from here on has the number of the channel, since something has it already.
fs.openSync(process.execPath);

// What was read and not yet asked for, as bytes: a question is handed over alone.
let unread = Buffer.alloc(0);
let handed = Buffer.alloc(0);
const chunk = Buffer.alloc(1 << 20);

// What stands before the question at work; empty where its answer is waited for.
let foreseen = "";
// The first answer that was taken to be another.
let failure;
// What the aliases stand for.
const known = new Map();

fs.readSync = (fd, ...others) => {
  if (fd !== CHANNEL) return readSync(fd, ...others);
  const [buffer, offset, length] = others;
  while (handed.length === 0) {
    const line = readLine();
    if (line === undefined) return 0;
    handed = Buffer.from(question(line), "latin1");
  }
  const count = handed.copy(buffer, offset, 0, length);
  handed = handed.subarray(count);
  return count;
};

fs.writeSync = (fd, buffer, ...others) => {
  if (fd !== CHANNEL) return writeSync(fd, buffer, ...others);
  if (foreseen === "") {
    writeWhole(OUT, buffer);
  } else {
    compare(buffer.toString("latin1").trimEnd());
  }
  return buffer.length;
};

function readLine() {
  let end;
  while ((end = unread.indexOf("\n")) < 0) {
    const count = readSync(IN, chunk, 0, chunk.length, null);
    if (count === 0) return undefined;
    unread = Buffer.concat([unread, chunk.subarray(0, count)]);
  }
  const line = unread.toString("latin1", 0, end + 1);
  unread = unread.subarray(end + 1);
  return line;
}

// Returns what jsii's program is to work on; nothing where it is to work no more.
function question(line) {
  foreseen = line.startsWith("{") ? "" : line.slice(0, line.indexOf("\t"));
  if (failure === undefined || line.startsWith('{"exit"')) {
    return (foreseen === "" ? line : line.slice(foreseen.length + 1)).replace(ALIAS, (alias) => known.get(alias) ?? alias);
  }
  if (foreseen === "") writeWhole(OUT, Buffer.from(`${failure}\n`, "latin1"));
  return "";
}

function compare(answer) {
  const value = { "$": TOKEN, "@": NAME }[foreseen[0]]?.exec(answer);
  if (value) {
    known.set(foreseen.slice(1), value[1]);
  } else if (answer.startsWith('{"callback"')) {
    // The other side does not listen, so whoever called it is told so, and fails with it.
    const { cbid } = JSON.parse(answer).callback;
    const err = "Java was called by what it did not wait for";
    handed = Buffer.from(`${JSON.stringify({ complete: { cbid, err } })}\n`);
  } else if (answer !== foreseen.slice(1)) {
    failure = answer.startsWith('{"error"')
      ? answer
      : JSON.stringify({ error: `jsii answered ${answer} and not ${foreseen}`, name: "@jsii/kernel.Fault" });
  }
}

// What libraries print goes to standard error in the form that jsii reads there.
for (const name of ["stdout", "stderr"]) {
  const value = new Writable({
    decodeStrings: true,
    write(chunk, encoding, done) {
      writeWhole(2, Buffer.from(`${JSON.stringify({ [name]: chunk.toString("base64") })}\n`));
      done();
    },
  });
  Object.defineProperty(process, name, { value, configurable: true, enumerable: true });
}

function writeWhole(fd, buffer) {
  for (let at = 0; at < buffer.length; ) {
    try {
      at += writeSync(fd, buffer, at);
    } catch (error) {
      if (error.code !== "EAGAIN") throw error;
    }
  }
}

require("./program.js");
