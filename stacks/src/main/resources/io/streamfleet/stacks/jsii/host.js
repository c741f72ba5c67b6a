// Runs jsii's program in one process. jsii runs two: the program, which asks and answers on file descriptor 3, and one
// before it that passes all on, at the price of a start, of a process's memory, and of two more turns for each question.
//
// program.js beside this is jsii's own, as it is.
"use strict";

const fs = require("fs");
const { Writable } = require("stream");
const { readSync, writeSync } = fs;

const CHANNEL = 3;

// No file that is opened from here on has the number of the channel, since something has it already.
fs.openSync(process.execPath);

// The questions come on standard input, and the answers go to standard output.
fs.readSync = (fd, ...others) => readSync(fd === CHANNEL ? 0 : fd, ...others);
fs.writeSync = (fd, ...others) => writeSync(fd === CHANNEL ? 1 : fd, ...others);

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
