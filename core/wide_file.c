#include "core/wide_file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "core/ascii.h"
#include "core/fail.h"

bool wide_file_is(const char *path)
{
    struct stat about;

    return lstat(path, &about) == 0 && S_ISREG(about.st_mode);
}

bool wide_folder_path(char out[INDEX_PATH], const char *file, const char *folder)
{
    const char *slash = strrchr(file, '/');
    int around = slash == NULL || folder[0] == '/' ? 0 : (int)(slash - file) + 1;

    return snprintf(out, INDEX_PATH, "%.*s%s", around, file, folder) < INDEX_PATH;
}

bool wide_head_path(char out[INDEX_PATH], const char *file)
{
    return snprintf(out, INDEX_PATH, "%s.head", file) < INDEX_PATH;
}

/* The number that is all of `text`, below `limit`; 0 where it is none. */
static unsigned number_of(const char *text, unsigned limit)
{
    unsigned number = 0;

    if (*text == '0')
        return 0;
    for (; *text != '\0'; text++) {
        if (!ascii_is_digit(*text))
            return 0;
        number = number * 10 + (unsigned)(*text - '0');
        if (number >= limit)
            return 0;
    }
    return number;
}

/* Names of machines and addresses alone: nothing of it can be taken for something else.
 */
static bool is_host(const char *host)
{
    size_t size = strspn(host, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                               "0123456789.-");

    return size > 0 && size < 254 && host[size] == '\0' && host[0] != '-';
}

/* Takes HOST:PORT apart, in its place. */
static bool read_server(struct wide_server *server, char *word)
{
    char *colon = strrchr(word, ':');

    if (colon == NULL)
        return false;
    *colon = '\0';
    server->host = word;
    server->port = (uint16_t)number_of(colon + 1, UINT16_MAX + 1);
    return server->port != 0 && is_host(word);
}

static bool read_servers(struct wide_shard *shard, char *words)
{
    char *rest = NULL;

    if (words[0] == ' ' || words[0] == '\0' || strstr(words, "  ") != NULL ||
            words[strlen(words) - 1] == ' ')
        return false;
    for (char *word = strtok_r(words, " ", &rest); word != NULL;
            word = strtok_r(NULL, " ", &rest)) {
        if (shard->server_count == WIDE_REPLICAS ||
                !read_server(&shard->servers[shard->server_count++], word))
            return false;
    }
    return true;
}

/* Reads a line after the first one; its text is taken apart in its place. */
static bool read_line(struct wide_file *file, char *line, const char *whole)
{
    struct wide_shard *shard = &file->shards[file->count];

    if (file->head == 0)
        return strncmp(line, "head ", 5) == 0 &&
               (file->head = number_of(line + 5, MAX_GENERATION)) != 0;
    if (file->count == MAX_SHARDS)
        return false;
    *shard = (struct wide_shard){ .line = whole };
    file->count++;
    if (strncmp(line, "local ", 6) == 0) {
        shard->folder = line + 6;
        return shard->folder[0] != '\0';
    }
    return strncmp(line, "remote ", 7) == 0 && read_servers(shard, line + 7);
}

static bool is_text(palpate_view text)
{
    for (size_t i = 0; i < text.size; i++) {
        unsigned char byte = (unsigned char)text.data[i];
        if ((byte < ' ' && byte != '\n') || byte == 0x7f)
            return false;
    }
    return text.size > 0 && text.size < WIDE_FILE_SIZE;
}

static palpate_status check_first_line(
        const char *line, const char *name, palpate_error *err)
{
    static const char FORMAT[] = "palpate-shards ";

    if (strcmp(line, WIDE_FIRST_LINE) == 0)
        return PALPATE_OK;
    if (strncmp(line, FORMAT, sizeof FORMAT - 1) != 0) {
        return fail(err, PALPATE_NO_INDEX,
                "%s: there is no index here (it is a file): build one with "
                "palpate-index",
                name);
    }
    return fail(err, PALPATE_VERSION,
            "%s: this list of shards is of another version: write it anew with "
            "palpate-index --federate",
            name);
}

static palpate_status read_lines(
        struct wide_file *file, const char *name, palpate_error *err)
{
    char *line = file->text;

    for (unsigned number = 1; *line != '\0'; number++) {
        char *whole = file->lines + (line - file->text);
        size_t size = strcspn(line, "\n");
        char *next = line + size + (line[size] == '\n');
        line[size] = whole[size] = '\0';
        if (number == 1) {
            palpate_status status = check_first_line(line, name, err);
            if (status != PALPATE_OK)
                return status;
        } else if (size >= WIDE_LINE || !read_line(file, line, whole)) {
            return fail(err, PALPATE_CORRUPT,
                    "%s: line %u is none of a list of shards: write it anew with "
                    "palpate-index --federate",
                    name, number);
        }
        line = next;
    }
    return file->count > 0 ? PALPATE_OK
                           : fail(err, PALPATE_CORRUPT,
                                     "%s: this list names no shard: write it anew with "
                                     "palpate-index --federate",
                                     name);
}

palpate_status wide_file_parse(
        struct wide_file **out, palpate_view text, const char *name, palpate_error *err)
{
    struct wide_file *file = NULL;
    palpate_status status = PALPATE_OK;

    *out = NULL;
    if (!is_text(text)) {
        return fail(err, PALPATE_NO_INDEX,
                "%s: there is no index here (it is a file): build one with "
                "palpate-index",
                name);
    }
    if ((file = calloc(1, sizeof *file)) == NULL)
        return fail(err, PALPATE_NO_MEMORY, "out of memory for a list of shards");
    memcpy(file->text, text.data, text.size);
    memcpy(file->lines, text.data, text.size);
    status = read_lines(file, name, err);
    if (status != PALPATE_OK) {
        free(file);
        return status;
    }
    *out = file;
    return PALPATE_OK;
}

bool wide_file_is_inside(const char *path)
{
    static const char *const SIGNS[] = { INDEX_STUB, "iamglass", "../" INDEX_STUB };
    char sign[INDEX_PATH];
    struct stat about;

    for (size_t i = 0; i < sizeof SIGNS / sizeof *SIGNS; i++)
        if (!wide_folder_path(sign, path, SIGNS[i]) || lstat(sign, &about) == 0)
            return true;
    return false;
}

static palpate_status read_text(
        char *text, size_t *size, struct stat *about, const char *path)
{
    int file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    ssize_t got = 0;

    if (file < 0)
        return PALPATE_IO;
    bool is_plain = fstat(file, about) == 0 && S_ISREG(about->st_mode);
    for (*size = 0; is_plain && *size < WIDE_FILE_SIZE; *size += (size_t)got)
        if ((got = read(file, text + *size, WIDE_FILE_SIZE - *size)) <= 0)
            break;
    int reason = errno;
    (void)close(file);
    errno = reason;
    return is_plain && got >= 0 ? PALPATE_OK : PALPATE_IO;
}

palpate_status wide_file_read(
        struct wide_file **out, const char *path, palpate_error *err)
{
    char *text = NULL;
    size_t size = 0;
    struct stat about;

    *out = NULL;
    if (!wide_file_is(path)) {
        return fail(err, PALPATE_NO_INDEX,
                "%s: there is no list of shards here: write one with palpate-index "
                "--federate",
                path);
    }
    if (wide_file_is_inside(path)) {
        return fail(err, PALPATE_CORRUPT,
                "%s: a list of shards inside an index is not read: move it out of that "
                "folder",
                path);
    }
    if ((text = malloc(WIDE_FILE_SIZE)) == NULL)
        return fail(err, PALPATE_NO_MEMORY, "out of memory for a list of shards");
    palpate_status status = read_text(text, &size, &about, path);
    if (status != PALPATE_OK)
        status = fail(
                err, status, "%s: cannot read this file: %s", path, strerror(errno));
    else
        status = wide_file_parse(out, (palpate_view){ text, size }, path, err);
    if (*out != NULL)
        (*out)->about = about;
    free(text);
    return status;
}
