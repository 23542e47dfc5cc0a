/* A line of a wide file -> the databases that it names, opened. */
#ifndef CORE_WIDE_OPENING_H
#define CORE_WIDE_OPENING_H

#include <palpate/status.h>
#include <stdbool.h>
#include <xapian-c/read.h>

#include "core/buffer.h"
#include "core/manifest.h"
#include "core/wide_file.h"
#include "core/wide_reach.h"
#include "core/wide_terms.h"

#ifdef __cplusplus
extern "C" {
#endif

/* What is known of each database, at its place in the whole. */
struct wide_part {
    char *path;     /* of the database, or HOST:PORT where it is served */
    unsigned shard; /* line of the file, from 0 */
    bool is_remote;
};

enum { WIDE_MISSING = 160 /* bytes that say what is missing of a line */ };

struct wide_index {
    struct wide_file *file;
    struct wide_part parts[MAX_SHARDS];
    unsigned count;  /* databases */
    bool has_remote; /* lines, also of servers that do not answer */
    struct wide_terms terms;
    char missing[MAX_SHARDS][WIDE_MISSING]; /* shards that cannot be asked, and why */
    unsigned missing_count;
    struct stat stubs[MAX_SHARDS]; /* of each line, when it was read */
    xc_database *head;             /* without passages: what questions need besides */
    struct manifest head_manifest;
};

/* The databases on their way into one. */
struct wide_opening {
    struct wide_index *wide;
    const char *path; /* of the file */
    xc_database *parts[MAX_SHARDS];
    struct wide_reach *reach;
    bool takes_part;  /* shards may be missing */
    char *identities; /* of all databases when the head was written, a line each */
    char *next;       /* of those that are not opened yet */
};

/* Opens what `line` of the file names, and adds it to `parts` and to those of `wide`.
   Where it is on servers and none is as the head has it, the shard is missing, if any
   may be.  Fails as wide_index_open() does; what was added stays. */
palpate_status wide_opening_line(
        struct wide_opening *opening, unsigned line, palpate_error *err);

/* Appends what tells the state of a database from another one, in a line. */
palpate_status wide_opening_identify(
        struct buffer *out, xc_database *database, palpate_error *err);

#ifdef __cplusplus
}
#endif
#endif
