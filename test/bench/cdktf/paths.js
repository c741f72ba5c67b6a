'use strict';

const NAME = String.raw`(([\w~:@=+,!-]|%(2[0BCbc]|3[ADad]|40))\.*)+`;
const SEGMENT = String.raw`[\w~-][\w~.-]*`;

// Which requests pass and which do not, in order; all that none names does not.
const PATHS = [
  { name: 'Events', passes: true, path: String.raw`^/streammanager/api/4\.0/event(/${NAME})+/?$` },
  { name: 'Media', passes: true, path: String.raw`^/streammanager/api/4\.0/media(/${SEGMENT})+/(mediafiles|playlists)$` },
  { name: 'Socket', passes: true, path: '^/streammanager/?$' },
  { name: 'NodeReports', passes: true, path: String.raw`^/streammanager/cloudwatch(/[\w~-][\w~.:-]*)*/?$` },
  { name: 'NothingElse', passes: false, path: '^/(streammanager|api)(/.*)?$' },
  { name: 'WhipAndWhep', passes: true, path: `^(/${SEGMENT})+/wh[ie]p/(endpoint|resource)(/${NAME})+$` },
];

module.exports = { PATHS };
