#include "core/index_folder.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>
#include <xapian-c/xapian-c.h>

#include "core/ascii.h"
#include "core/fail.h"
#include "core/shim_status.h"

enum { STUB_SIZE = MAX_SHARDS * STUB_LINE + 1 /* bytes, more than any of ours has */ };

void generation_name(char out[GENERATION_NAME], unsigned number)
{
    (void)snprintf(out, GENERATION_NAME, "gen-%06u", number);
}

unsigned generation_number(const char *name)
{
    char again[GENERATION_NAME];
    unsigned number = 0;

    if (strncmp(name, "gen-", 4) != 0)
        return 0;
    for (const char *digit = name + 4; *digit != '\0'; digit++) {
        if (!ascii_is_digit(*digit) || number > MAX_GENERATION / 10)
            return 0;
        number = number * 10 + (unsigned)(*digit - '0');
    }
    generation_name(again, number);
    return strcmp(name, again) == 0 ? number : 0;
}

void index_stub_line(char out[STUB_LINE], unsigned number, unsigned place)
{
    char name[GENERATION_NAME];

    generation_name(name, number);
    if (place == 0)
        (void)snprintf(out, STUB_LINE, "auto %s/shard", name);
    else
        (void)snprintf(out, STUB_LINE, "auto %s/shard-%u", name, place);
}

bool index_shard_path(char out[INDEX_PATH], const char *database, unsigned place)
{
    int size = place == 0 ? snprintf(out, INDEX_PATH, "%s", database)
                          : snprintf(out, INDEX_PATH, "%s-%u", database, place);

    return size < INDEX_PATH;
}

bool index_path(char out[INDEX_PATH], const char *folder, const char *name)
{
    if (snprintf(out, INDEX_PATH, "%s/%s", folder, name) < INDEX_PATH)
        return true;
    out[0] = '\0';
    return false;
}

unsigned index_shard_count(const char *database)
{
    char path[INDEX_PATH];
    unsigned count = 1;

    while (count < MAX_SHARDS && index_shard_path(path, database, count) &&
            access(path, F_OK) == 0)
        count++;
    return count;
}

/* The number of the generation that a line of a stub names, or 0. */
static unsigned number_of_line(const char *line)
{
    static const char START[] = "auto ";
    char name[GENERATION_NAME];
    size_t size = 0;

    if (strncmp(line, START, sizeof START - 1) != 0)
        return 0;
    line += sizeof START - 1;
    size = strcspn(line, "/");
    if (size >= sizeof name)
        return 0;
    memcpy(name, line, size);
    name[size] = '\0';
    return generation_number(name);
}

/* The number of the generation that the text of a stub names, or 0: every line must be
   the one that its place asks for. */
static unsigned named_by(unsigned *shards, const char *text)
{
    unsigned number = number_of_line(text);

    for (*shards = 0; number != 0 && *shards < MAX_SHARDS && *text != '\0'; ++*shards) {
        char line[STUB_LINE];
        index_stub_line(line, number, *shards);
        size_t size = strlen(line);
        if (strncmp(text, line, size) != 0 ||
                (text[size] != '\n' && text[size] != '\0'))
            return 0;
        text += size + (text[size] == '\n');
    }
    return *text == '\0' ? number : 0;
}

static palpate_status not_a_stub(const char *root, palpate_error *err)
{
    return fail(err, PALPATE_CORRUPT,
            "%s/%s: this stub does not name a generation of palpate", root, INDEX_STUB);
}

static palpate_status unreadable(const char *root, palpate_error *err)
{
    if (errno == ENOENT || errno == ENOTDIR)
        return fail(err, PALPATE_NO_INDEX,
                "%s: there is no index here (%s): build one with palpate-index", root,
                strerror(errno));
    return fail(err, PALPATE_IO, "%s/%s: cannot read this file: %s", root, INDEX_STUB,
            strerror(errno));
}

/* Reads a plain file that is smaller than `text`; what is no such file is left unread,
   and text empty. */
static bool read_small(char text[STUB_SIZE], struct stat *about, const char *path)
{
    memset(text, 0, STUB_SIZE);
    /* Opening a device can do something, so that the look comes first. */
    if (lstat(path, about) != 0)
        return false;
    if (!S_ISREG(about->st_mode))
        return true;
    int file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    if (file < 0)
        return errno == ELOOP;
    bool is_read = fstat(file, about) == 0;
    if (is_read && S_ISREG(about->st_mode) && about->st_size < STUB_SIZE) {
        ssize_t size = read(file, text, STUB_SIZE - 1);
        is_read = size >= 0;
        if (is_read && strlen(text) != (size_t)size) /* a zero byte in it */
            text[0] = '\0';
    }
    int reason = errno;
    (void)close(file);
    errno = reason;
    return is_read;
}

/* An index names no other indexes, let alone other machines: where it seems to,
   somebody has put that in. */
static palpate_status check_for_list(
        const char *root, const char *generation, palpate_error *err)
{
    char path[INDEX_PATH];
    struct stat about;

    (void)snprintf(path, sizeof path, "%s/%s", root, INDEX_WIDE);
    bool is_there = lstat(path, &about) == 0;
    if (!is_there) {
        (void)snprintf(path, sizeof path, "%s/%s/%s", root, generation, INDEX_WIDE);
        is_there = lstat(path, &about) == 0;
    }
    return is_there ? fail(err, PALPATE_CORRUPT,
                              "%s: an index has no list of shards: remove this file, "
                              "or name it itself where it is not inside an index",
                              path)
                    : PALPATE_OK;
}

palpate_status index_folder_read(
        struct index_folder *folder, const char *root, palpate_error *err)
{
    char path[INDEX_PATH];
    char text[STUB_SIZE];
    char name[GENERATION_NAME];
    /* The longest path that is made of it has room, so that none is ever cut. */
    const size_t most = INDEX_PATH - sizeof name - sizeof "//" INDEX_WIDE;

    *folder = (struct index_folder){ .number = 0 };
    if (strlen(root) > most)
        return fail(err, PALPATE_BAD_ARGUMENT, "the path of the index is too long");
    (void)snprintf(path, sizeof path, "%s/%s", root, INDEX_STUB);
    if (!read_small(text, &folder->stub, path))
        return unreadable(root, err);
    folder->number = named_by(&folder->shards, text);
    if (folder->number == 0)
        return not_a_stub(root, err);
    generation_name(name, folder->number);
    (void)snprintf(
            folder->database, sizeof folder->database, "%s/%s/shard", root, name);
    return check_for_list(root, name, err);
}

/* Whether what stands at `path` is a folder, and not a link to one. */
static bool is_folder(const char *path)
{
    struct stat about;

    return lstat(path, &about) == 0 && S_ISDIR(about.st_mode);
}

/* Whether the folder around `path` is one itself. */
static bool is_in_folder(const char *path)
{
    char around[INDEX_PATH];
    const char *slash = strrchr(path, '/');

    if (slash == NULL || slash == path)
        return true;
    (void)snprintf(around, sizeof around, "%.*s", (int)(slash - path), path);
    return is_folder(around);
}

/* A table that is a pipe would be waited for, and one that is a link leads out. */
static bool is_plain(DIR *folder, const char *name)
{
    struct stat about;

    if (strcmp(name, ".") == 0 || strcmp(name, "..") == 0)
        return true;
    if (strcmp(name, INDEX_STUB) == 0 || strcmp(name, INDEX_WIDE) == 0)
        return false;
    /* A writer renames its files while readers open them. */
    return fstatat(dirfd(folder), name, &about, AT_SYMLINK_NOFOLLOW) != 0 ||
           S_ISREG(about.st_mode);
}

static palpate_status check_database(const char *path, palpate_error *err)
{
    bool is_sound = true;
    DIR *folder = NULL;

    if (strlen(path) >= INDEX_PATH || !is_in_folder(path) || !is_folder(path) ||
            (folder = opendir(path)) == NULL)
        return fail(err, PALPATE_CORRUPT,
                "%s: the stub names this as a folder, but it is not one", path);
    for (struct dirent *entry; is_sound && (entry = readdir(folder)) != NULL;)
        is_sound = is_plain(folder, entry->d_name);
    (void)closedir(folder);
    return is_sound ? PALPATE_OK
                    : fail(err, PALPATE_CORRUPT,
                              "%s: this folder has a stub, a link or something else "
                              "that is not part of an index",
                              path);
}

static palpate_status open_database(
        xc_database **out, const char *path, bool is_whole, palpate_error *err)
{
    xc_error reason = { XC_OK, "" };
    palpate_error inner;

    *out = NULL;
    palpate_status status = check_database(path, err);
    if (status != PALPATE_OK)
        return status;
    if ((!is_whole || xc_files_check(path, &reason) == XC_OK) &&
            xc_database_open_glass(out, path, &reason) == XC_OK)
        return PALPATE_OK;
    status = shim_reason(&reason, &inner);
    /* The stub is there, so that an index is: what it names has lost its files. */
    if (status == PALPATE_NO_INDEX)
        status = PALPATE_CORRUPT;
    return fail(err, status, "%s: %s", path, inner.message);
}

palpate_status index_database_open(
        xc_database **out, const char *path, palpate_error *err)
{
    return open_database(out, path, true, err);
}

palpate_status index_database_salvage(
        xc_database **out, const char *path, palpate_error *err)
{
    return open_database(out, path, false, err);
}
