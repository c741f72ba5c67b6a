'use strict';
const { TerraformOutput } = require('cdktf');

/** Gives a stack outputs under names of its own, each with what it tells and its value. */
function tell(stack, outputs) {
  for (const [id, [description, value]] of Object.entries(outputs)) {
    new TerraformOutput(stack, id, { description, value }).overrideLogicalId(id);
  }
}

module.exports = { tell };
