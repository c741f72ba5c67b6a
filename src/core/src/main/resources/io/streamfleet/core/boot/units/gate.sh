d=/etc/systemd/system/@@SERVER@@.service.d
f="$d/streamfleet.conf"
[ -e "$f" ] || { mkdir -p "$d" && printf '[Unit]\nConditionPathExists=/run/streamfleet/configured\n' >"$f" && systemctl daemon-reload; }
