#include "core/wide_terms.h"

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/digest.h"
#include "core/fail.h"
#include "core/index_folder.h"
#include "core/shim_status.h"
#include "core/view.h"

/* What a file starts with.  Numbers are those of this machine: a head is read where it
   was written, or on machines of its kind, which `order` tells. */
struct header {
    char name[16];
    uint64_t order;
    uint64_t count; /* terms */
    uint64_t size;  /* bytes of them */
    uint64_t all;   /* passages */
    uint64_t sum;   /* of all after the header */
};

static const char NAME[16] = "palpate-terms-1";
static const uint64_t ORDER = 0x0102030405060708;

static bool path_of(char out[INDEX_PATH], const char *head)
{
    return index_path(out, head, "terms");
}

static size_t body_size(uint64_t count, uint64_t size)
{
    return (size_t)(count * (sizeof(uint64_t) + sizeof(uint32_t)) + size);
}

static bool is_kept(const xc_item *item)
{
    static const palpate_view WITHOUT = PALPATE_VIEW_INIT(WIDE_TERMS_WITHOUT);

    return !view_starts_with(
            (palpate_view){ item->text.data, item->text.size }, WITHOUT);
}

static struct header header_of(const xc_list *list)
{
    struct header header = { .order = ORDER };

    memcpy(header.name, NAME, sizeof NAME);
    for (size_t i = 0; i < list->count; i++) {
        if (!is_kept(&list->items[i]))
            continue;
        header.count++;
        header.size += list->items[i].text.size;
    }
    return header;
}

static void write_body(char *body, const struct header *header, const xc_list *list)
{
    char *ends = body;
    char *documents = ends + header->count * sizeof(uint64_t);
    char *bytes = documents + header->count * sizeof(uint32_t);
    uint64_t end = 0;
    size_t place = 0;

    for (size_t i = 0; i < list->count; i++) {
        const xc_item *item = &list->items[i];
        if (!is_kept(item))
            continue;
        memcpy(bytes + end, item->text.data, item->text.size);
        end += item->text.size;
        memcpy(ends + place * sizeof end, &end, sizeof end);
        memcpy(documents + place * sizeof(uint32_t), &item->documents,
                sizeof(uint32_t));
        place++;
    }
}

static palpate_status write_file(const char *path, const struct header *header,
        const char *body, size_t size, palpate_error *err)
{
    FILE *file = fopen(path, "wxe");
    bool is_written = file != NULL && fwrite(header, sizeof *header, 1, file) == 1 &&
                      (size == 0 || fwrite(body, size, 1, file) == 1);

    if (file != NULL)
        is_written = fclose(file) == 0 && is_written;
    return is_written ? PALPATE_OK
                      : fail(err, PALPATE_IO, "%s: cannot write this file: %s", path,
                                strerror(errno));
}

palpate_status wide_terms_write(
        const char *head, xc_database *database, palpate_error *err)
{
    char path[INDEX_PATH];
    xc_list *list = NULL;
    uint32_t all = 0;
    xc_error reason;

    if (!path_of(path, head))
        return fail(err, PALPATE_BAD_ARGUMENT, "the path of the index is too long");
    if (xc_database_count(&all, database, &reason) != XC_OK ||
            xc_database_vocabulary(&list, database, (xc_bytes){ "", 0 }, &reason) !=
                    XC_OK)
        return shim_failure(&reason, err);
    struct header header = header_of(list);
    header.all = all;
    size_t size = body_size(header.count, header.size);
    char *body = malloc(size + 1);
    palpate_status status =
            body == NULL ? fail(err, PALPATE_NO_MEMORY, "out of memory for words")
                         : PALPATE_OK;
    if (body != NULL) {
        write_body(body, &header, list);
        header.sum = hash_of((palpate_view){ body, size });
        status = write_file(path, &header, body, size, err);
    }
    free(body);
    xc_list_free(list);
    return status;
}

static palpate_status not_whole(const char *path, palpate_error *err)
{
    return fail(err, PALPATE_CORRUPT, "%s: this file is missing or damaged", path);
}

/* Whether the terms follow each other up to the end of their bytes.  A sum tells
   damage, and not who wrote the file. */
static bool are_in_order(const xc_terms *terms, uint64_t size)
{
    uint64_t begin = 0;

    for (size_t i = 0; i < terms->count; i++) {
        if (terms->ends[i] < begin)
            return false;
        begin = terms->ends[i];
    }
    return begin == size;
}

/* Whether the bytes are as they were written. */
static bool take(struct wide_terms *out)
{
    struct header header;
    const char *body = (const char *)out->bytes + sizeof header;

    memcpy(&header, out->bytes, sizeof header);
    if (memcmp(header.name, NAME, sizeof NAME) != 0 || header.order != ORDER ||
            header.count > out->size || header.size > out->size ||
            out->size != sizeof header + body_size(header.count, header.size) ||
            header.sum != hash_of((palpate_view){ body, out->size - sizeof header }))
        return false;
    /* What is mapped begins at a page, and the header has whole words. */
    const void *ends = body;
    const void *documents = body + header.count * sizeof(uint64_t);
    out->terms = (xc_terms){
        .bytes = body + header.count * (sizeof(uint64_t) + sizeof(uint32_t)),
        .ends = ends,
        .documents = documents,
        .count = (size_t)header.count,
        .all = (uint32_t)header.all,
        .without = { WIDE_TERMS_WITHOUT, sizeof WIDE_TERMS_WITHOUT - 1 },
    };
    return are_in_order(&out->terms, header.size);
}

palpate_status wide_terms_open(
        struct wide_terms *out, const char *head, palpate_error *err)
{
    char path[INDEX_PATH];
    struct stat about;

    *out = (struct wide_terms){ .size = 0 };
    if (!path_of(path, head))
        return fail(err, PALPATE_BAD_ARGUMENT, "the path of the index is too long");
    int file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    if (file < 0)
        return not_whole(path, err);
    bool is_mapped = fstat(file, &about) == 0 && S_ISREG(about.st_mode) &&
                     (size_t)about.st_size >= sizeof(struct header);
    void *bytes = is_mapped ? mmap(NULL, (size_t)about.st_size, PROT_READ, MAP_SHARED,
                                      file, 0)
                            : MAP_FAILED;
    (void)close(file);
    if (bytes == MAP_FAILED)
        return not_whole(path, err);
    *out = (struct wide_terms){ .bytes = bytes, .size = (size_t)about.st_size };
    if (take(out))
        return PALPATE_OK;
    wide_terms_close(out);
    return not_whole(path, err);
}

void wide_terms_close(struct wide_terms *terms)
{
    if (terms->bytes != NULL)
        (void)munmap(terms->bytes, terms->size);
    *terms = (struct wide_terms){ .size = 0 };
}
