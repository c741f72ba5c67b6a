'use strict';

/** The subnets' ranges, by the part that is in each. */
const RANGES = {
  entry: '10.20.0.0/24',
  database: '10.20.1.0/24',
  nodes: '10.20.16.0/21',
  servers: '10.20.24.0/21',
};

module.exports = { RANGES };
