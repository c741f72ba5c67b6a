'use strict';

/** Returns the document of how many nodes there are of each role; roles are name, most nodes, type. */
function scalePolicy(name, roles) {
  const target = roles.map(([role, maxLimit]) => ({ role, minLimit: 2, maxLimit, scaleAdjustment: 1 }));
  return JSON.stringify({
    policy: {
      name,
      description: `Numbers of nodes of ${name}`,
      type: 'com.red5pro.services.autoscaling.model.ScalePolicyMaster',
      version: '0.0.3',
      targets: { region: [{ name: 'default', target }] },
    },
  });
}

/** Returns the document of what nodes are made of. */
function launchConfiguration(name, roles, property = []) {
  const target = roles.map(([role, , instanceType]) => ({ role, instanceType, connectionCapacity: 2000 }));
  return JSON.stringify({
    launchconfig: {
      name,
      description: `Types of nodes of ${name}`,
      image: 'red5pro-node-11',
      version: '0.0.3',
      targets: { target },
      properties: { property },
      metadata: { meta: [] },
    },
  });
}

/** Returns the document of where nodes are. */
function nodeGroup(name, regions) {
  return JSON.stringify({ regions, launchConfig: name, scalePolicy: name });
}

module.exports = { launchConfiguration, nodeGroup, scalePolicy };
