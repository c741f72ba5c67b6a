rm -f /etc/streamfleet/stream-manager.json /etc/streamfleet/guard.json
d=/etc/systemd/system/@@SERVER@@.service.d
mkdir -p "$d"
printf '[Unit]\nConditionPathExists=/run/streamfleet/configured\n' >"$d/streamfleet.conf"
systemctl daemon-reload
