#!/bin/sh
# Boots a machine: a private systemd as the first process of name spaces of its own, on a layer over this machine's files.
# $1 is its folder; in it "layer" outlives a reboot, and what lies in memory (/run, /tmp, /dev) does not. The network is
# this machine's, of which only loopback is used.
set -e
folder=$1
mount --make-rprivate /
mkdir -p "$folder/layer/changes" "$folder/layer/work" "$folder/layer/units" "$folder/root"
mount -t overlay overlay -o "lowerdir=/,upperdir=$folder/layer/changes,workdir=$folder/layer/work" "$folder/root"
cd "$folder/root"
mount --bind "$folder/layer/units" etc/systemd/system
mount -t proc proc proc
mount --bind proc/sys proc/sys
mount -o remount,bind,ro proc/sys
mount -t sysfs -o ro sysfs sys
mount -t tmpfs -o mode=755 tmpfs run
mount -t tmpfs tmpfs tmp
mount -t tmpfs -o mode=755 tmpfs dev
for device in null zero full random urandom tty; do
  touch "dev/$device"
  mount --bind "/dev/$device" "dev/$device"
done
mkdir dev/pts dev/shm
mount -t devpts -o newinstance,ptmxmode=0666 devpts dev/pts
ln -s pts/ptmx dev/ptmx
if [ -e /sys/fs/cgroup/cgroup.controllers ]; then
  mount -t cgroup2 cgroup2 sys/fs/cgroup
else
  mount -t tmpfs tmpfs sys/fs/cgroup
  mkdir sys/fs/cgroup/systemd sys/fs/cgroup/unified
  mount -t cgroup -o none,name=systemd cgroup sys/fs/cgroup/systemd
  mount -t cgroup2 cgroup2 sys/fs/cgroup/unified
fi
mkdir -p oldroot
pivot_root . oldroot
umount -l /oldroot
exec env -i container=streamfleet PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \
  /lib/systemd/systemd --log-target=journal --unit=multi-user.target </dev/null
