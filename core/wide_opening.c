#include "core/wide_opening.h"

#include <stdio.h>
#include <string.h>

#include "core/fail.h"
#include "core/index_shards.h"
#include "core/index_tables.h"
#include "core/shim_status.h"
#include "core/view.h"

/* Takes over a database, also where it fails. */
static palpate_status add_part(struct wide_opening *opening, xc_database *database,
        struct wide_part part, palpate_error *err)
{
    struct wide_index *wide = opening->wide;

    if (wide->count == MAX_SHARDS) {
        xc_database_close(database);
        return fail(err, PALPATE_LIMIT,
                "%s: these are more than %d databases: list fewer shards",
                opening->path, MAX_SHARDS);
    }
    part.path = strdup(part.path);
    opening->parts[wide->count] = database;
    wide->parts[wide->count++] = part;
    return part.path != NULL
                   ? PALPATE_OK
                   : fail(err, PALPATE_NO_MEMORY, "out of memory for a shard");
}

/* Opens one database of the index that a line names. */
static palpate_status open_part(struct wide_opening *opening, const char *name,
        unsigned place, unsigned line, palpate_error *err)
{
    char path[INDEX_PATH];
    xc_database *database = NULL;

    if (!index_shard_path(path, name, place))
        return fail(err, PALPATE_BAD_ARGUMENT, "the path of a shard is too long");
    palpate_status status = index_database_open(&database, path, err);
    if (status != PALPATE_OK)
        return status;
    return add_part(opening, database, (struct wide_part){ path, line, false }, err);
}

static palpate_status open_folder(
        struct wide_opening *opening, unsigned line, palpate_error *err)
{
    struct wide_shard *shard = &opening->wide->file->shards[line];
    struct index_folder folder;
    char root[INDEX_PATH];

    if (!wide_folder_path(root, opening->path, shard->folder))
        return fail(err, PALPATE_BAD_ARGUMENT, "the path of a shard is too long");
    palpate_status status = index_folder_read(&folder, root, err);
    opening->wide->stubs[line] = folder.stub;
    for (unsigned i = 0; status == PALPATE_OK && i < folder.shards; i++)
        status = open_part(opening, folder.database, i, line, err);
    return status;
}

/* Takes over a database that a server has. */
static palpate_status add_server(struct wide_opening *opening, xc_database *database,
        unsigned line, const struct wide_server *server, palpate_error *err)
{
    char name[INDEX_PATH];

    (void)snprintf(name, sizeof name, "%s:%u", server->host, server->port);
    return add_part(opening, database, (struct wide_part){ name, line, true }, err);
}

palpate_status wide_opening_identify(
        struct buffer *out, xc_database *database, palpate_error *err)
{
    char *uuid = NULL;
    uint32_t passages = 0;
    uint32_t last = 0;
    xc_error reason;

    if (xc_database_uuid(&uuid, database, &reason) != XC_OK ||
            xc_database_count(&passages, database, &reason) != XC_OK ||
            xc_database_last_docid(&last, database, &reason) != XC_OK) {
        xc_free(uuid);
        return shim_failure(&reason, err);
    }
    buffer_append_format(out, "%s %u %u\n", uuid, passages, last);
    xc_free(uuid);
    return out->failed ? fail(err, PALPATE_NO_MEMORY, "out of memory for shards")
                       : PALPATE_OK;
}

/* Whether the database is in the state in which it was when the head was written. */
static palpate_status check_identity(const struct wide_opening *opening,
        xc_database *database, const struct wide_server *server, palpate_error *err)
{
    struct buffer now = { 0 };
    palpate_status status = PALPATE_OK;

    if (opening->next == NULL)
        return PALPATE_OK;
    status = wide_opening_identify(&now, database, err);
    if (status == PALPATE_OK &&
            !view_starts_with(view_of(opening->next), buffer_view(&now))) {
        status = fail(err, PALPATE_CHANGED,
                "%s:%u: this server has another generation than the list was written "
                "for: run palpate-index --federate again",
                server->host, server->port);
    }
    buffer_free(&now);
    return status;
}

static palpate_status open_server(struct wide_opening *opening, unsigned line,
        unsigned replica, palpate_error *err)
{
    const struct wide_file *file = opening->wide->file;
    const struct wide_server *server = &file->shards[line].servers[replica];
    xc_database *database = NULL;
    palpate_status status = wide_reach_open(
            &database, opening->reach, file, line, replica, !opening->takes_part, err);

    if (status == PALPATE_OK)
        status = check_identity(opening, database, server, err);
    if (status == PALPATE_OK)
        return add_server(opening, database, line, server, err);
    wide_reach_refuse(opening->reach, line, replica);
    xc_database_close(database);
    return status;
}

/* Opens the shard at the first of its servers that has it.  Those that failed a moment
   ago are passed over where another answers. */
static palpate_status open_servers(
        struct wide_opening *opening, unsigned line, palpate_error *err)
{
    unsigned count = opening->wide->file->shards[line].server_count;
    palpate_status status = PALPATE_NETWORK;

    (void)fail(err, PALPATE_NETWORK, "%s: no server of it has answered a moment ago",
            opening->wide->file->shards[line].line + sizeof "remote");
    for (unsigned i = 0; status != PALPATE_OK && i < count; i++)
        if (!opening->takes_part || !wide_reach_avoids(opening->reach, line, i))
            status = open_server(opening, line, i, err);
    return status;
}

static char *line_after(char *text)
{
    char *end = text == NULL ? NULL : strchr(text, '\n');

    return end == NULL ? text : end + 1;
}

palpate_status wide_opening_line(
        struct wide_opening *opening, unsigned line, palpate_error *err)
{
    struct wide_index *wide = opening->wide;
    palpate_error inner = { PALPATE_OK, "" };
    unsigned before = wide->count;

    if (wide->file->shards[line].folder != NULL) {
        palpate_status status = open_folder(opening, line, err);
        for (unsigned i = before; i < wide->count; i++)
            opening->next = line_after(opening->next);
        return status;
    }
    wide->has_remote = true;
    palpate_status status = open_servers(opening, line, &inner);
    opening->next = line_after(opening->next);
    if (status == PALPATE_OK)
        return PALPATE_OK;
    if (!opening->takes_part || status == PALPATE_NO_MEMORY || status == PALPATE_LIMIT)
        return fail(err, status, "%s", inner.message);
    (void)snprintf(wide->missing[wide->missing_count++], WIDE_MISSING, "%.*s",
            WIDE_MISSING - 1, inner.message);
    return PALPATE_OK;
}
