'use strict';
const { ComputeFirewall } = require('@cdktf/provider-google/lib/compute-firewall');

const ANYWHERE = ['0.0.0.0/0'];
const NODES = ['10.128.0.0/9'];
const FRONT_ENDS = ['35.191.0.0/16', '130.211.0.0/22'];

/** Opens what the parts say to each other, and closes the servers to all else; returns what opens. */
function openFlows(stack, { name, network, account, database }) {
  const targetServiceAccounts = [account.email];
  const rule = (id, direction, priority, description, what) =>
    new ComputeFirewall(stack, `${id}-${direction.toLowerCase()}`, {
      name: `${name}-${id}-${direction.toLowerCase()}`,
      network: network.id,
      direction,
      priority,
      description,
      ...what,
    });
  const tcp = (...ports) => ({ allow: [{ protocol: 'tcp', ports }] });
  const udp = (...ports) => ({ allow: [{ protocol: 'udp', ports }] });

  const toNodes = (what, description, open) =>
    rule(`internet-to-nodes-${what}`, 'INGRESS', 1200, description, {
      ...open,
      sourceRanges: ANYWHERE,
      destinationRanges: NODES,
    });
  const out = (what, description, destinationRanges, open) =>
    rule(`stream-manager-to-${what}`, 'EGRESS', 1000, description, { ...open, targetServiceAccounts, destinationRanges });

  const opened = [
    rule('entry-to-stream-manager-tcp-5080', 'INGRESS', 1000, 'client requests and health checks', {
      ...tcp('5080'),
      sourceRanges: FRONT_ENDS,
      targetServiceAccounts,
    }),
    rule('stream-manager-to-nodes-tcp-5080', 'INGRESS', 1200, 'node control and WebSocket proxy', {
      ...tcp('5080'),
      sourceServiceAccounts: targetServiceAccounts,
      destinationRanges: NODES,
    }),
    toNodes('tcp-5080', 'HTTP, WebSockets and HLS', tcp('5080')),
    toNodes('tcp-1935-1936', 'RTMP and RTMPS', tcp('1935-1936')),
    toNodes('tcp-8554', 'RTSP', tcp('8554')),
    toNodes('tcp-8000-8100', 'restreamer', tcp('8000-8100')),
    toNodes('udp-8000-8100', 'restreamer and SRT', udp('8000-8100')),
    toNodes('udp-40000-65535', 'WebRTC media', udp('40000-65535')),
    out('database-tcp-3306', 'Stream Manager database', [`${database}/32`], tcp('3306')),
    out('nodes-tcp-5080', 'node control and WebSocket proxy', NODES, tcp('5080')),
    out('internet-tcp-443', 'cloud APIs and secrets', ANYWHERE, tcp('443')),
    out('internet-tcp-80', 'operating system packages', ANYWHERE, tcp('80')),
    out('internet-tcp-5080', 'nodes by their public addresses', ANYWHERE, tcp('5080')),
    rule('nodes-to-internet-any', 'EGRESS', 1200, 'media to clients and other nodes', {
      allow: [{ protocol: 'all' }],
      sourceRanges: NODES,
      destinationRanges: ANYWHERE,
    }),
  ];
  const nothing = { deny: [{ protocol: 'all' }], targetServiceAccounts };
  rule('stream-manager-closed', 'INGRESS', 1100, 'Nothing but the flows above', { ...nothing, sourceRanges: ANYWHERE });
  rule('stream-manager-closed', 'EGRESS', 1100, 'Nothing but the flows above', {
    ...nothing,
    destinationRanges: ANYWHERE,
  });
  return opened;
}

module.exports = { openFlows };
