# Whatever call of a run fails, and wherever it is killed: the index answers as before or as
# after, the next run completes, and nothing is left behind.
#
# Here a few calls of each kind; bench/faults.sh takes every one.
. "$PALPATE_PROGRAM_TESTS/lib.sh"

pages=${FAULTS_PAGES-0}     # more than the few below
places=${FAULTS_PLACES-2}   # of each kind of call
kills=${FAULTS_KILLS-7}     # of each of the three runs
moments=${FAULTS_MOMENTS-0} # kills after some time, likewise
EIO=5 ENOSPC=28 EDQUOT=122

# site FOLDER WORDS...: a page for each word.
site()
{
    folder=$1
    mkdir "$folder"
    shift
    for word; do
        page "$folder/$word.html" "About $word" "The shoulder is stiff in the morning, as $word says." \
            "A second paragraph about $word and what helps: moving the arm every day, and patience."
    done
}
site old apricot banjo cherry dolphin engine fountain gazelle hammock
site new apricot banjo cherry dolphin engine fountain gazelle umbrella saxophone
page new/banjo.html "About banjo" "The elbow aches after climbing now, as banjo says of the shoulder."
for i in $(seq "$pages"); do
    page "old/more$i.html" "More $i" "Number $i of many, of which each says word$i and word$((i * 7 % 100)) of the knee."
    cp -p "old/more$i.html" new
    [ $((i % 9)) != 0 ] || page "new/more$i.html" "More $i" "Number $i of many says other$i now."
done
cp -p old/apricot.html old/cherry.html old/dolphin.html new

# answers INDEX FILE: what the index says to all questions here, and how the asking ended.
answers()
{
    for words in shoulder banjo umbrella hammock; do
        code=0
        "$PALPATE_QUERY" --format tsv --limit 100 --group none "$1" $words 2>asked.err || code=$?
        echo "$words $code"
    done | sort >"$2"
}
# prepare RUN: the folder index as that run finds it.
prepare()
{
    rm -rf index
    case $1 in
    build) ;;
    *) cp -Rp base index ;;
    esac
}
# run RUN: changes the index, by the command that $within starts.
within=
run()
{
    case $1 in
    rebuild) $within "$PALPATE_INDEX" --quiet --jobs 1 --rebuild index new ;;
    *) $within "$PALPATE_INDEX" --quiet --jobs 1 index new ;;
    esac
}
# faulty RUN CALL NUMBER WHAT: see faulty.c; the exit code is left in $code.
faulty()
{
    code=0
    (
        export FAULTY_CALL="$2" FAULTY_AT="$3" FAULTY_DO="$4" FAULTY_COUNT="$PWD/count"
        within=preloaded
        run "$1"
    ) >run.out 2>run.err || code=$?
}
# check WHAT: the index after a run that ended with $code.
check()
{
    tries=$((tries + 1))
    case $1 in *kill) killed=$((killed + 1)) ;; esac
    case $code in
    0 | 2) ;;
    137) [ "${1##* }" = kill ] || fail "$1: killed" ;;
    *) cat run.err; fail "$1: ended with $code" ;;
    esac
    [ "$code" != 2 ] || [ "$(wc -l <run.err)" = 1 ] || { cat run.err; fail "$1: not one line"; }
    answers index now
    if cmp -s now new.answers; then
        after=$((after + 1))
    elif [ "$code" = 0 ] || ! cmp -s now "$before"; then
        diff "$before" now || true
        cat run.err
        fail "$1: neither the old answers nor the new ones, after exit $code"
    fi
    code=0
    "$PALPATE_INDEX" --quiet --jobs 1 index new >run.out 2>run.err || code=$?
    [ "$code" = 0 ] || { cat run.err; fail "$1: the next run ended with $code"; }
    answers index now
    cmp now new.answers || fail "$1: the next run does not complete the index"
    tidy "$1"
}
# tidy WHAT: nothing is in the folder but two generations, the stub and the lock.
tidy()
{
    live=$(sed 's|auto gen-0*\(.*\)/shard|\1|' index/XAPIANDB)
    [ "$(cd index && find . ! -name '*.glass' ! -name iamglass ! -name manifest ! -name flintlock ! -name shard \
        ! -name XAPIANDB ! -name lock ! -name . ! -name "gen-*$live" ! -name "gen-*$((live - 1))")" = "" ] ||
        { find index; fail "$1: something is left behind"; }
}

expect_exit 0 "$PALPATE_INDEX" --quiet base old
expect_exit 0 "$PALPATE_INDEX" --quiet --rebuild base old
answers base old.answers
answers index none.answers
prepare build
run build
answers index new.answers
prepare update
run update
answers index now
cmp now new.answers || fail "an update and a build do not answer the same"

# is_chosen: one fault after the other, where not all are asked for.
turn=0
is_chosen()
{
    turn=$((turn + 1))
    [ $((turn % 3)) = 0 ]
}

tries=0 after=0 killed=0
for run in build update rebuild; do
    before=old.answers
    [ "$run" != build ] || before=none.answers
    for call in any open write fsync rename unlink mkdir ftruncate; do
        prepare $run
        faulty $run $call 0 none
        [ "$code" = 0 ] || { cat run.err; fail "$run: ended with $code"; }
        total=$(cat count)
        echo "$run: $total calls, $call"
        if [ $call = any ]; then
            for at in $(seq 1 $((total / kills + 1)) "$total"); do
                prepare $run
                faulty $run $call "$at" kill
                # The commit is made by a process of its own: where that is killed, the run says so.
                case $code in 137 | 2) ;; *) fail "$run: not killed at call $at" ;; esac
                check "$run, call $at: kill"
            done
            continue
        fi
        # From the last one back: that is where an index is published.
        for at in $(seq "$total" -$((total / places + 1)) 1); do
            for fault in $EIO $ENOSPC $EDQUOT short; do
                [ $fault != short ] || [ $call = write ] || continue
                # Of calls by the dozen, one fault each where not all are asked for.
                [ "$places" -gt 99 ] || is_chosen || continue
                prepare $run
                faulty $run $call "$at" $fault
                check "$run, $call $at: $fault"
            done
        done
    done
    for moment in $(seq "$moments"); do
        prepare $run
        code=0
        within="timeout -s KILL 0.$(printf %03d $((moment * 7 % 400)))"
        run $run >run.out 2>run.err || code=$?
        within=
        check "$run, moment $moment: kill"
    done
done
echo "$tries runs broken off or failed, $killed by a kill: $after left the new index, the others what there was"
