'use strict';
// The stacks that ./streamfleet synth makes of descriptions like stacks/specs/red5-google.yaml, by hand: what a JavaScript
// author would write who knows which resources are wanted. node app.js CLUSTERS.json OUTDIR, both written by ../run.
const fs = require('node:fs');
const { App } = require('cdktf');
const { ClusterStack } = require('./cluster');

const [clusters, outdir] = process.argv.slice(2);

const app = new App({ outdir, stackTraces: false });
for (const cluster of JSON.parse(fs.readFileSync(clusters, 'utf8'))) {
  new ClusterStack(app, cluster);
}
app.synth();
