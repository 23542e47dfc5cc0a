/* Any bytes are the stub of an index, or refused with a sentence: what is read names a
   generation inside the folder, by its one name. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "core/buffer.h"
#include "core/index_folder.h"
#include "core/view.h"
#include "fuzz.h"

static char folder[] = "/tmp/palpate-stub-XXXXXX";
static char path[64];

static void remove_folder(void)
{
    (void)unlink(path);
    (void)rmdir(folder);
}

static void write_stub(palpate_view bytes)
{
    if (path[0] == '\0') {
        REQUIRE(mkdtemp(folder) != NULL);
        (void)snprintf(path, sizeof path, "%s/" INDEX_STUB, folder);
        (void)atexit(remove_folder);
    }
    FILE *file = fopen(path, "we");
    REQUIRE(file != NULL);
    REQUIRE(bytes.size == 0 || fwrite(bytes.data, 1, bytes.size, file) == bytes.size);
    REQUIRE(fclose(file) == 0);
}

void fuzz_one(palpate_view bytes)
{
    struct buffer lines = { 0 };
    struct index_folder read;
    palpate_error err;

    write_stub(bytes);
    if (index_folder_read(&read, folder, &err) != PALPATE_OK) {
        REQUIRE(err.status == PALPATE_CORRUPT);
        fuzz_require_sentence(err.message);
        return;
    }
    REQUIRE(read.number >= 1 && read.number <= MAX_GENERATION);
    REQUIRE(read.shards >= 1 && read.shards <= MAX_SHARDS);
    for (unsigned i = 0; i < read.shards; i++) {
        char line[STUB_LINE];
        index_stub_line(line, read.number, i);
        buffer_append_string(&lines, line);
        buffer_append_string(&lines, "\n");
    }
    REQUIRE(!lines.failed);
    REQUIRE(view_equals(view_trim(bytes), view_trim(buffer_view(&lines))));
    buffer_free(&lines);
    REQUIRE(strncmp(read.database, folder, sizeof folder - 1) == 0);
    REQUIRE(strstr(read.database, "..") == NULL);
}
