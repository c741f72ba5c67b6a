'use strict';
const { TerraformStack } = require('cdktf');

/** Returns the database's password as Terraform reads it in each run and keeps it nowhere: cdktf knows no ephemeral resources. */
function databasePassword(scope, type, attribute, secret) {
  TerraformStack.of(scope).addOverride(`ephemeral.${type}.Password`, secret);
  return `\${jsondecode(ephemeral.${type}.Password.${attribute}).databasePassword}`;
}

module.exports = { databasePassword };
