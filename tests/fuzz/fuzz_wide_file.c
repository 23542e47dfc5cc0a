/* Any bytes are a list of shards, or refused with a sentence: what is read says what
   its lines say, and a server is nothing but a name and a port. */
#include <stdlib.h>
#include <string.h>

#include "core/buffer.h"
#include "core/view.h"
#include "core/wide_file.h"
#include "fuzz.h"

/* Requires that what was read of a line makes that line again. */
static void require_line(const struct wide_shard *shard)
{
    struct buffer line = { 0 };

    REQUIRE((shard->folder == NULL) == (shard->server_count > 0));
    REQUIRE(shard->server_count <= WIDE_REPLICAS);
    if (shard->folder != NULL)
        buffer_append_format(&line, "local %s", shard->folder);
    else
        buffer_append_string(&line, "remote");
    for (unsigned i = 0; i < shard->server_count; i++) {
        const struct wide_server *server = &shard->servers[i];
        REQUIRE(server->port > 0);
        REQUIRE(server->host[0] != '\0' && server->host[0] != '-');
        REQUIRE(strpbrk(server->host, "/|:;&$`'\"\\ <>()") == NULL);
        buffer_append_format(&line, " %s:%u", server->host, server->port);
    }
    REQUIRE(!line.failed);
    REQUIRE(view_equals(buffer_view(&line), view_of(shard->line)));
    buffer_free(&line);
}

void fuzz_one(palpate_view bytes)
{
    struct buffer again = { 0 };
    struct wide_file *file = NULL;
    palpate_error err;

    if (wide_file_parse(&file, bytes, "wide", &err) != PALPATE_OK) {
        REQUIRE(file == NULL);
        fuzz_require_sentence(err.message);
        return;
    }
    REQUIRE(file->head >= 1 && file->head <= MAX_GENERATION);
    REQUIRE(file->count >= 1 && file->count <= MAX_SHARDS);
    buffer_append_format(&again, WIDE_FIRST_LINE "\nhead %u\n", file->head);
    for (unsigned i = 0; i < file->count; i++) {
        require_line(&file->shards[i]);
        buffer_append_format(&again, "%s\n", file->shards[i].line);
    }
    REQUIRE(!again.failed);
    if (bytes.data[bytes.size - 1] != '\n')
        again.size--;
    REQUIRE(view_equals(buffer_view(&again), bytes));
    buffer_free(&again);
    free(file);
}
