#!/bin/sh
# unit.sh: starts docs/palpate-serve.service under a systemd of its own, with the programs as they are
# installed, and tries what its head and docs/HTTP_API.md say of it.  As root, on a machine that may
# be thrown away: systemd is the first process of namespaces whose root lies over the machine's, and
# nothing of it stays but what systemd may set in the kernel.
set -eu
repository=$(cd "$(dirname "$0")/.." && pwd)
build=${PALPATE_BUILD:-$repository/build/release}
[ "$(id -u)" = 0 ] && [ -x /lib/systemd/systemd ] && unshare -mpfuinC true 2>/dev/null ||
    { echo "SKIPPED: needs root, systemd and namespaces" >&2; exit 77; }

# The first process there: builds its root and becomes systemd.
if [ "${1:-}" = inside ]; then
    scratch=$2
    mount -t tmpfs tmpfs /mnt
    mkdir /mnt/upper /mnt/work /mnt/root
    mount -t overlay -o lowerdir=/,upperdir=/mnt/upper,workdir=/mnt/work overlay /mnt/root
    cd /mnt/root
    mount -t proc proc proc
    mount -t sysfs sysfs sys
    mount -t cgroup2 cgroup2 sys/fs/cgroup
    mount -t tmpfs tmpfs run
    mount -t tmpfs -o mode=755 tmpfs dev
    for node in 'null 1 3' 'zero 1 5' 'full 1 7' 'random 1 8' 'urandom 1 9' 'tty 5 0'; do
        set -- $node
        mknod -m 666 "dev/$1" c "$2" "$3"
    done
    mkdir dev/shm dev/pts dev/mqueue dev/hugepages
    mount -t tmpfs tmpfs dev/shm
    mount -t devpts -o newinstance,ptmxmode=666 devpts dev/pts
    ln -s pts/ptmx dev/ptmx
    touch dev/console
    mkdir -p results
    mount --bind "$scratch" results
    cp -a results/stage/usr/. usr/
    chroot . ldconfig
    mkdir -p var/lib/palpate etc/palpate
    cp -r results/index var/lib/palpate/index
    : >etc/palpate/limits
    cp results/*.service results/*.target etc/systemd/system/
    mkdir old
    pivot_root . old
    umount -l old
    exec env -i container=lxc PATH=/usr/sbin:/usr/bin:/sbin:/bin \
        /lib/systemd/systemd --unit=trial.target --show-status=no
fi

scratch=$(mktemp -d)
groups="/sys/fs/cgroup/palpate-unit /sys/fs/cgroup/unified/palpate-unit /sys/fs/cgroup/systemd/palpate-unit"
trap 'for group in $groups; do
    [ ! -d $group ] || find $group -depth -type d -exec rmdir {} + 2>/dev/null || true
done; rm -rf "$scratch"' EXIT
DESTDIR=$scratch/stage cmake --install "$build" --prefix /usr >"$scratch/log"
"$build/palpate-index" --quiet "$scratch/index" "$repository/corpus/articles"
cp -r "$repository/corpus/articles" "$scratch/articles"
unit=$scratch/palpate-serve.service
{
    sed '/^After=/d; s/^\[Unit\]/&\nDefaultDependencies=no/' "$repository/docs/palpate-serve.service"
} >"$unit"
# As the head of the unit says for an address.
sed 's#--listen unix:/run/palpate/socket --trust-proxy#--listen 127.0.0.1:8080#; /^PrivateNetwork/d
    /^IPAddressDeny/d; s/^RestrictAddressFamilies=.*/& AF_INET AF_INET6/
    s/^RuntimeDirectory=.*/RuntimeDirectory=other/' "$unit" >"$scratch/other.service"
printf '[Unit]\nDefaultDependencies=no\nWants=trial.service\n' >"$scratch/trial.target"
printf '[Unit]\nDefaultDependencies=no\n[Service]\nType=oneshot\nExecStart=/bin/sh /results/trial.sh\n%s\n' \
    'StandardOutput=append:/results/said' >"$scratch/trial.service"
cat >"$scratch/trial.sh" <<'TRIAL'
ask() { curl -sS --max-time 10 --unix-socket /run/palpate/socket "http://localhost/$1"; }
# ok SENTENCE COMMAND...: says whether it is so.
ok()
{
    sentence=$1
    shift
    "$@" >/dev/null 2>&1 && echo "ok: $sentence" || echo "FAILED: $sentence"
}
as() { setpriv --reuid="$1" --regid="$1" --clear-groups curl -sS --max-time 5 --unix-socket /run/palpate/socket http://localhost/healthz; }
main() { systemctl show palpate-serve -p MainPID --value; }
ok "it starts and tells that it is ready" timeout 40 systemctl start palpate-serve
ok "it answers" sh -c 'curl -sS --unix-socket /run/palpate/socket "http://localhost/search?q=frozen+shoulder" | grep -q adhesive'
ok "the group of the proxy reaches it" as 33
ok "nobody else does" sh -c '! setpriv --reuid=65534 --regid=65534 --clear-groups curl -sS --unix-socket /run/palpate/socket http://localhost/healthz'
ok "it reloads" timeout 10 systemctl reload palpate-serve
sleep 1
ok "and has read its limits again" sh -c 'curl -sS --unix-socket /run/palpate/socket http://localhost/metrics | grep -q "^palpate_limits_reloads_total 1"'
ok "it has no capabilities" grep -q '^CapBnd:.0*$' "/proc/$(main)/status"
before=$(ask healthz)
rm /results/articles/ankle*
palpate-index --quiet /var/lib/palpate/index /results/articles
sleep 2
ok "it takes up a newer index" test "$before" != "$(ask healthz)"
first=$(main)
sleep 40
ok "the watchdog is content" test "$first" = "$(main)"
kill -KILL "$first"
sleep 2
ok "it is restarted when it is killed" sh -c 'systemctl is-active palpate-serve'
ok "it stops in good order" sh -c 'systemctl stop palpate-serve && [ "$(systemctl show palpate-serve -p Result --value)" = success ]'
ok "with an address it starts, too" timeout 40 systemctl start other
ok "and answers there" curl -sS --max-time 5 http://127.0.0.1:8080/healthz
echo end
systemctl --force --force poweroff
TRIAL
for group in $groups; do
    parent=${group%/*}
    [ -e "$parent/cgroup.procs" ] || continue
    mkdir -p "$group"
done
(
    for group in $groups; do
        [ ! -d "$group" ] || sh -c 'echo $PPID' >"$group/cgroup.procs"
    done
    exec timeout -s KILL 120 unshare --kill-child -m -p -f -u -i -n -C --propagation private \
        sh "$0" inside "$scratch" >"$scratch/log" 2>&1
) || true
cat "$scratch/said"
grep -q '^end$' "$scratch/said" && ! grep -q FAILED "$scratch/said"
