# For tests of wide indexes: . "$PALPATE_PROGRAM_TESTS/wide_lib.sh" after lib.sh or serve_lib.sh.

# apart INDEX COUNT: makes an index of its own of each shard of an index, in INDEX.0 and so on, as
# docs/SCALING.md says.
apart()
{
    generation=$(sed -n '1s,^auto \(.*\)/shard$,\1,p' "$1/XAPIANDB")
    shard=0
    while [ $shard -lt "$2" ]; do
        suffix=
        [ $shard = 0 ] || suffix=-$shard
        rm -rf "$1.$shard"
        mkdir -p "$1.$shard/gen-000001"
        cp -r "$1/$generation/shard$suffix" "$1.$shard/gen-000001/shard"
        cp "$1/$generation/manifest$suffix" "$1.$shard/gen-000001/manifest"
        echo auto gen-000001/shard >"$1.$shard/XAPIANDB"
        shard=$((shard + 1))
    done
}
