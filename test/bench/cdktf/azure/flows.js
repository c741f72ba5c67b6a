'use strict';
const { RANGES } = require('./ranges');

// What is sent, from and to, ports, why, and the rules' priorities: of the one that lets it in and of the one that lets it out.
const FLOWS = [
  ['Internet', 'Entry', 'Tcp', '443', 'clients: HTTPS and secure WebSockets', 3873],
  ['Internet', 'Entry', 'Tcp', '80', 'browsers, redirected to HTTPS', 446],
  ['Entry', 'StreamManager', 'Tcp', '5080', 'client requests and health checks', 141, 965],
  ['StreamManager', 'Database', 'Tcp', '3306', 'Stream Manager database', 1605, 501],
  ['StreamManager', 'Nodes', 'Tcp', '5080', 'node control and WebSocket proxy', 2334, 2156],
  ['Internet', 'Nodes', 'Tcp', '5080', 'HTTP, WebSockets and HLS', 954],
  ['Internet', 'Nodes', 'Tcp', '1935-1936', 'RTMP and RTMPS', 3519],
  ['Internet', 'Nodes', 'Tcp', '8554', 'RTSP', 1585],
  ['Internet', 'Nodes', 'Tcp', '8000-8100', 'restreamer', 1887],
  ['Internet', 'Nodes', 'Udp', '8000-8100', 'restreamer and SRT', 559],
  ['Internet', 'Nodes', 'Udp', '40000-65535', 'WebRTC media', 1550],
  ['StreamManager', 'Internet', 'Tcp', '443', 'cloud APIs and secrets', undefined, 940],
  ['StreamManager', 'Internet', 'Tcp', '80', 'operating system packages', undefined, 193],
  ['StreamManager', 'Internet', 'Tcp', '5080', 'nodes by their public addresses', undefined, 1044],
  ['Nodes', 'Internet', '*', '*', 'media to clients and other nodes', undefined, 1744],
];

const ANYWHERE = '*';

/** Opens what the parts say to each other, and closes them to all else; returns what opens. */
function openFlows({ entry, servers, database, nodes }) {
  const groups = { Entry: entry, StreamManager: servers, Database: database, Nodes: nodes };
  const ranges = {
    Internet: ANYWHERE,
    Entry: RANGES.entry,
    StreamManager: RANGES.servers,
    Database: RANGES.database,
    Nodes: RANGES.nodes,
  };
  for (const [part, group] of Object.entries(groups)) {
    close(part, group, ranges[part]);
  }
  return FLOWS.flatMap(([from, to, protocol, ports, why, inPriority, outPriority]) => {
    const name = `${from}To${to}${protocol === '*' ? 'Any' : protocol + ports}`;
    const what = { protocol, destinationPortRange: ports };
    const letIn = () =>
      groups[to].rule(`${name}Ingress`, 'Inbound', inPriority, why, { ...what, sourceAddressPrefix: ranges[from] });
    const letOut = () =>
      groups[from].rule(`${name}Egress`, 'Outbound', outPriority, why, { ...what, destinationAddressPrefix: ranges[to] });
    return [...(inPriority ? [letIn()] : []), ...(outPriority ? [letOut()] : [])];
  });
}

function close(part, group, range) {
  const isService = part === 'Entry' || part === 'Database';
  if (isService) {
    group.rule(`${part}WithinIngress`, 'Inbound', 3990, "The service's own parts", {
      sourceAddressPrefix: range,
      destinationAddressPrefix: range,
    });
  } else {
    group.rule(`${part}ClosedEgress`, 'Outbound', 4000, 'Nothing but the flows above', { access: 'Deny' });
  }
  group.rule(`${part}ProbesIngress`, 'Inbound', 3991, "Probes of Azure's load balancers", {
    sourceAddressPrefix: 'AzureLoadBalancer',
  });
  group.rule(`${part}ClosedIngress`, 'Inbound', 4000, 'Nothing but the flows above', {
    access: 'Deny',
    sourceAddressPrefix: 'VirtualNetwork',
  });
}

module.exports = { openFlows };
