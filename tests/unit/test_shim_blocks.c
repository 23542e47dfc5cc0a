#include "shim_blocks.h"

#include <fcntl.h>

/* What a state of a database consists of. */
struct state {
    uint64_t revision;
    uint32_t counts[XC_TABLES];
    char *used[XC_TABLES][MOST_BLOCKS]; /* copies of the blocks, or NULL */
    bool is_free[XC_TABLES][MOST_BLOCKS];
};

struct reading {
    struct state *state;
    xc_blocks *blocks;
    unsigned table;
};

static bool keep_used(void *user, uint32_t number, unsigned level, xc_bytes bytes)
{
    struct reading *reading = user;
    char **copy = &reading->state->used[reading->table][number];

    assert_true(number < MOST_BLOCKS);
    assert_null(*copy);
    *copy = malloc(BLOCK);
    assert_non_null(*copy);
    assert_int_equal(bytes.data != NULL, level > 0);
    if (level == 0)
        assert_int_equal(
                xc_blocks_read(&bytes, reading->blocks, reading->table, number, NULL),
                XC_OK);
    assert_int_equal(bytes.size, BLOCK);
    if (bytes.data != NULL && *copy != NULL)
        memcpy(*copy, bytes.data, BLOCK);
    return true;
}

static bool keep_free(void *user, uint32_t number, unsigned level, xc_bytes bytes)
{
    struct reading *reading = user;

    (void)level, (void)bytes;
    assert_true(number < MOST_BLOCKS);
    reading->state->is_free[reading->table][number] = true;
    return true;
}

static struct state *state_of(const char *path)
{
    struct state *state = calloc(1, sizeof *state);
    xc_blocks *blocks = NULL;
    xc_error err = { XC_OK, "" };

    assert_non_null(state);
    assert_int_equal(xc_blocks_open(&blocks, path, &err), XC_OK);
    state->revision = xc_blocks_revision(blocks);
    for (unsigned table = 0; table < XC_TABLES; table++) {
        struct reading reading = { state, blocks, table };
        state->counts[table] = xc_blocks_count(blocks, table);
        if (xc_blocks_walk(blocks, table, keep_used, &reading, &err) != XC_OK ||
                xc_blocks_free(blocks, table, keep_free, &reading, &err) != XC_OK)
            fail_msg("%s", err.message);
    }
    xc_blocks_close(blocks);
    return state;
}

static void state_drop(struct state *state)
{
    for (unsigned table = 0; table < XC_TABLES; table++)
        for (size_t i = 0; i < MOST_BLOCKS; i++)
            free(state->used[table][i]);
    free(state);
}

static void assert_partition(const struct state *state)
{
    for (unsigned table = 0; table < XC_TABLES; table++) {
        for (uint32_t i = 0; i < state->counts[table]; i++)
            if ((state->used[table][i] != NULL) == state->is_free[table][i])
                fail_msg("block %u of %s is %s", i, xc_blocks_name(table),
                        state->is_free[table][i] ? "used and free" : "neither");
    }
}

static void every_block_is_used_or_free_whatever_was_written(void **state)
{
    const char *path = scratch("many");
    xc_writer *writer = writer_at(path, XC_CREATE);

    (void)state;
    for (unsigned round = 0; round < 8; round++) {
        change(writer, round);
        assert_int_equal(xc_writer_commit(writer, NULL), XC_OK);
        struct state *now = state_of(scratch("many"));
        assert_partition(now);
        assert_true(now->counts[0] > 50 && now->counts[1] > 20);
        state_drop(now);
    }
    xc_writer_close(writer);
}

/* Blocks of `before` that differ on the disk now. */
static unsigned count_changed(const struct state *before, const char *path)
{
    unsigned changed = 0;

    for (unsigned table = 0; table < XC_TABLES; table++) {
        char name[192];
        char block[BLOCK];
        (void)snprintf(name, sizeof name, "%s/%s", path, xc_blocks_name(table));
        int file = open(name, O_RDONLY);
        for (uint32_t i = 0; file >= 0 && i < before->counts[table]; i++)
            changed += before->used[table][i] != NULL &&
                       (pread(file, block, BLOCK, (off_t)i * BLOCK) != BLOCK ||
                               memcmp(block, before->used[table][i], BLOCK) != 0);
        if (file >= 0)
            (void)close(file);
    }
    return changed;
}

static void no_block_of_a_state_changes_until_the_commit_after_the_next(void **state)
{
    xc_writer *writer = writer_at(scratch("live"), XC_CREATE);

    (void)state;
    change(writer, 0);
    for (unsigned round = 1; round < 6; round++) {
        assert_int_equal(xc_writer_commit(writer, NULL), XC_OK);
        struct state *now = state_of(scratch("live"));
        change(writer, round);
        assert_int_equal(count_changed(now, scratch("live")), 0);
        assert_int_equal(xc_writer_commit(writer, NULL), XC_OK);
        struct state *next = state_of(scratch("live"));
        assert_int_equal(next->revision, now->revision + 1);
        assert_int_equal(count_changed(now, scratch("live")), 0);
        state_drop(next);
        state_drop(now);
        change(writer, round + 100);
    }
    xc_writer_close(writer);
}

static void new_blocks_carry_the_revision_that_wrote_them(void **state)
{
    xc_writer *writer = writer_at(scratch("revisions"), XC_CREATE);

    (void)state;
    change(writer, 0);
    assert_int_equal(xc_writer_commit(writer, NULL), XC_OK);
    struct state *before = state_of(scratch("revisions"));
    change(writer, 1);
    assert_int_equal(xc_writer_commit(writer, NULL), XC_OK);
    struct state *after = state_of(scratch("revisions"));
    unsigned added = 0;
    for (unsigned table = 0; table < XC_TABLES; table++) {
        for (uint32_t i = 0; i < after->counts[table]; i++) {
            const char *block = after->used[table][i];
            if (block == NULL || before->used[table][i] != NULL)
                continue;
            added++;
            assert_int_equal((unsigned char)block[XC_BLOCK_REVISION - 1],
                    after->revision & 0xFF);
        }
    }
    assert_true(added > 3);
    state_drop(before);
    state_drop(after);
    xc_writer_close(writer);
}

static xc_bytes copy_of_state(const char *path)
{
    xc_blocks *blocks = NULL;

    assert_int_equal(xc_blocks_open(&blocks, path, NULL), XC_OK);
    xc_bytes state = xc_blocks_state(blocks);
    char *copy = malloc(state.size);
    assert_non_null(copy);
    memcpy(copy, state.data, state.size);
    xc_blocks_close(blocks);
    return (xc_bytes){ copy, state.size };
}

/* A folder in the place of the new version file is what no commit can replace. */
static void a_commit_that_fails_changes_the_revision_alone(void **state)
{
    xc_writer *writer = writer_at(scratch("failed"), XC_CREATE);
    char blocker[192];

    (void)state;
    change(writer, 0);
    assert_int_equal(xc_writer_commit(writer, NULL), XC_OK);
    change(writer, 1);
    assert_int_equal(xc_writer_commit(writer, NULL), XC_OK);
    struct state *before = state_of(scratch("failed"));
    xc_bytes was = copy_of_state(scratch("failed"));
    change(writer, 2);
    (void)snprintf(blocker, sizeof blocker, "%s/v.tmp", scratch("failed"));
    assert_int_equal(mkdir(blocker, 0777), 0);
    assert_int_not_equal(xc_writer_commit(writer, NULL), XC_OK);
    assert_int_equal(rmdir(blocker), 0);
    xc_writer_close(writer);
    xc_bytes is = copy_of_state(scratch("failed"));
    assert_int_equal(is.size, was.size);
    assert_memory_equal(is.data, was.data, was.size);
    assert_int_equal(count_changed(before, scratch("failed")), 0);
    state_drop(before);
    free((void *)is.data);
    free((void *)was.data);
}

static void what_was_never_committed_belongs_to_no_state(void **state)
{
    xc_writer *writer = writer_at(scratch("dropped"), XC_CREATE);

    (void)state;
    change(writer, 0);
    assert_int_equal(xc_writer_commit(writer, NULL), XC_OK);
    struct state *before = state_of(scratch("dropped"));
    change(writer, 1);
    xc_writer_close(writer);
    struct state *after = state_of(scratch("dropped"));
    assert_int_equal(before->revision, after->revision);
    assert_int_equal(count_changed(before, scratch("dropped")), 0);
    state_drop(before);
    state_drop(after);
}

static bool take(void *user, uint32_t number, unsigned level, xc_bytes bytes)
{
    (void)number, (void)level, (void)bytes;
    ++*(unsigned *)user;
    return true;
}

static void a_damaged_tree_is_refused_and_never_walked_for_ever(void **state)
{
    xc_writer *writer = writer_at(scratch("torn"), XC_CREATE);
    char name[192];
    unsigned seen = 0;

    (void)state;
    change(writer, 0);
    commit_and_close(writer);
    (void)snprintf(name, sizeof name, "%s/postlist.glass", scratch("torn"));
    for (unsigned at = 4; at < 400; at += 3) {
        xc_blocks *blocks = NULL;
        xc_error err = { XC_OK, "" };
        assert_int_equal(xc_blocks_open(&blocks, scratch("torn"), &err), XC_OK);
        int file = open(name, O_RDWR);
        off_t place = (off_t)xc_blocks_root(blocks, 0) * BLOCK + at;
        char byte = 0;
        assert_int_equal(pread(file, &byte, 1, place), 1);
        const char torn = (char)~byte;
        assert_int_equal(pwrite(file, &torn, 1, place), 1);
        xc_status status = xc_blocks_walk(blocks, 0, take, &seen, &err);
        assert_true(status == XC_OK || status == XC_CORRUPT);
        assert_int_equal(pwrite(file, &byte, 1, place), 1);
        (void)close(file);
        xc_blocks_close(blocks);
    }
    assert_true(seen > 0);
}

static void a_visit_can_end_the_walk(void **state)
{
    xc_blocks *blocks = NULL;
    unsigned none = 0;

    (void)state;
    commit_and_close(writer_at(scratch("empty"), XC_CREATE));
    assert_int_equal(xc_blocks_open(&blocks, scratch("empty"), NULL), XC_OK);
    for (unsigned table = 0; table < XC_TABLES; table++)
        assert_int_equal(xc_blocks_walk(blocks, table, take, &none, NULL), XC_OK);
    assert_int_equal(none, 0);
    xc_blocks_close(blocks);
    assert_int_equal(xc_blocks_open(&blocks, scratch("nowhere"), NULL), XC_NO_INDEX);
    assert_null(blocks);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_block_is_used_or_free_whatever_was_written),
        cmocka_unit_test(no_block_of_a_state_changes_until_the_commit_after_the_next),
        cmocka_unit_test(new_blocks_carry_the_revision_that_wrote_them),
        cmocka_unit_test(a_commit_that_fails_changes_the_revision_alone),
        cmocka_unit_test(what_was_never_committed_belongs_to_no_state),
        cmocka_unit_test(a_damaged_tree_is_refused_and_never_walked_for_ever),
        cmocka_unit_test(a_visit_can_end_the_walk),
    };

    return cmocka_run_group_tests(tests, scratch_make, scratch_remove);
}
