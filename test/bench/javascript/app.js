'use strict';
// The stacks that ./streamfleet synth makes of descriptions like stacks/specs/red5-aws.yaml, by hand: what a JavaScript
// author would write who knows which resources are wanted. node app.js CLUSTERS.json OUTDIR, both written by ../run.
const fs = require('node:fs');
const path = require('node:path');
const { App } = require('aws-cdk-lib/core');
const { ClusterStack } = require('./cluster');

const [clusters, outdir] = process.argv.slice(2);
const settings = JSON.parse(fs.readFileSync(path.join(__dirname, '../../../cdk.json'), 'utf8'));

const app = new App({
  analyticsReporting: false,
  outdir,
  context: {
    ...settings.context,
    'aws:cdk:disable-stack-trace': true,
    'aws:cdk:disable-creation-stack-traces': true,
    '@aws-cdk/core:failSynthOnValidationErrors': false,
  },
});
for (const cluster of JSON.parse(fs.readFileSync(clusters, 'utf8'))) {
  new ClusterStack(app, cluster);
}
app.synth();
