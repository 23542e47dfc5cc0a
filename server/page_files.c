#include "server/page_files.h"

#include <ctype.h>
#include <dirent.h>
#include <errno.h>
#include <limits.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <zlib.h>

#include "server/options.h"

enum { MAX_BYTES = 4 * 1024 * 1024 /* of one file: a page is read over telephones */ };

static const struct {
    const char *ending;
    const char *type;
    bool is_picture;
} TYPES[] = {
    { "html", "text/html; charset=utf-8", false },
    { "css", "text/css; charset=utf-8", false },
    { "js", "text/javascript; charset=utf-8", false },
    { "json", "application/json", false },
    { "txt", "text/plain; charset=utf-8", false },
    { "svg", "image/svg+xml", true },
    { "png", "image/png", true },
    { "jpg", "image/jpeg", true },
    { "jpeg", "image/jpeg", true },
    { "webp", "image/webp", true },
    { "gif", "image/gif", true },
    { "ico", "image/x-icon", false },
    { "woff2", "font/woff2", false },
};

enum { TYPE_COUNT = sizeof TYPES / sizeof *TYPES };

/* What is being read, and where a complaint goes. */
struct reading {
    struct page_files *files;
    char *complaint;
    size_t size;
    uLong sum; /* of all names and bytes so far */
};

static bool complain(struct reading *reading, const char *path, const char *why)
{
    (void)snprintf(reading->complaint, reading->size, "%s: %s", path, why);
    return false;
}

/* The row of a file's ending; TYPE_COUNT where that is no file of a page. */
static size_t type_of(const char *name)
{
    const char *dot = strrchr(name, '.');
    size_t type = 0;

    while (type < TYPE_COUNT &&
            (dot == NULL || strcasecmp(dot + 1, TYPES[type].ending) != 0))
        type++;
    return type;
}

static void add_to_sum(struct reading *reading, const void *bytes, size_t size)
{
    reading->sum = crc32(reading->sum, bytes, (uInt)size);
    reading->sum = crc32(reading->sum, (const Bytef *)"", 1);
}

/* A file no longer than a page's may be, or NULL with a complaint; the caller frees it.
 */
static char *read_bytes(struct reading *reading, const char *path, size_t *size)
{
    FILE *file = fopen(path, "re");
    char *bytes = file == NULL ? NULL : malloc((size_t)MAX_BYTES + 1);
    const char *why = NULL;

    *size = bytes == NULL ? 0 : fread(bytes, 1, (size_t)MAX_BYTES + 1, file);
    if (bytes == NULL || ferror(file) != 0)
        why = strerror(errno);
    else if (*size > MAX_BYTES)
        why = "this file is longer than the 4 MB that one of the page may have";
    if (file != NULL)
        (void)fclose(file);
    if (why == NULL)
        return bytes;
    free(bytes);
    (void)complain(reading, path, why);
    return NULL;
}

/* Reads a file, to be served as `name`. */
static bool take_file(struct reading *reading, const char *path, const char *name)
{
    struct page_files *files = reading->files;
    size_t type = type_of(name);
    size_t size = 0;

    if (type == TYPE_COUNT)
        return complain(reading, path, "its ending is that of no file of a page");
    if (files->count == MAX_PAGE_FILES || strlen(name) >= PAGE_FILE_NAME)
        return complain(reading, path, "a page has at most 64 files, of short names");
    char *bytes = read_bytes(reading, path, &size);
    if (bytes == NULL)
        return false;
    add_to_sum(reading, name, strlen(name));
    add_to_sum(reading, bytes, size);
    struct page_file *file = &files->own[files->count++];
    (void)snprintf(file->name, sizeof file->name, "%s", name);
    (void)snprintf(file->digest, sizeof file->digest, "%08lx%08zx",
            crc32(0, (const Bytef *)bytes, (uInt)size), size);
    file->bytes = bytes;
    file->asset = (struct asset){ file->name, TYPES[type].type, { bytes, size },
        file->digest };
    return true;
}

/* Names that an address needs no escapes for. */
static bool is_plain(const char *name)
{
    for (size_t i = 0; name[i] != '\0'; i++)
        if (!isalnum((unsigned char)name[i]) && strchr("._-", name[i]) == NULL)
            return false;
    return name[0] != '.';
}

static int is_listed(const struct dirent *entry)
{
    return is_plain(entry->d_name) && type_of(entry->d_name) < TYPE_COUNT;
}

static bool take_entry(struct reading *reading, const char *folder, const char *name)
{
    char path[PATH_MAX];
    struct stat facts;

    if (snprintf(path, sizeof path, "%s/%s", folder, name) >= (int)sizeof path)
        return complain(reading, folder, "its name is too long");
    if (stat(path, &facts) == 0 && !S_ISREG(facts.st_mode))
        return true;
    return take_file(reading, path, name);
}

static bool take_folder(struct reading *reading, const char *folder)
{
    struct dirent **entries = NULL;
    bool is_taken = true;

    if (folder == NULL)
        return true;
    int count = scandir(folder, &entries, is_listed, alphasort);
    if (count < 0)
        return complain(reading, folder, strerror(errno));
    for (int i = 0; i < count; i++) {
        is_taken = is_taken && take_entry(reading, folder, entries[i]->d_name);
        free(entries[i]);
    }
    free(entries);
    return is_taken;
}

static bool take_logo(struct reading *reading, const char *path)
{
    char name[16];

    if (path == NULL)
        return true;
    size_t type = type_of(path);
    if (type == TYPE_COUNT || !TYPES[type].is_picture)
        return complain(reading, path,
                "a logo is a picture: svg, png, jpg, webp or gif, by its ending");
    (void)snprintf(name, sizeof name, "logo.%s", TYPES[type].ending);
    if (!take_file(reading, path, name))
        return false;
    reading->files->logo = reading->files->own[reading->files->count - 1].name;
    return true;
}

static bool has_mark(const struct asset *page, const char *mark)
{
    return memmem(page->bytes.data, page->bytes.size, mark, strlen(mark)) != NULL;
}

/* A page that would show no answer is found out at the start. */
static bool check_page(struct reading *reading, const char *folder)
{
    const struct asset *page = page_files_find(reading->files, "index.html");

    return (has_mark(page, "<!--palpate:answer-->") &&
                   has_mark(page, "<!--palpate:query-->")) ||
           complain(reading, folder,
                   "its index.html lacks <!--palpate:query--> or "
                   "<!--palpate:answer-->");
}

bool page_files_read(struct page_files *files, const struct options *options,
        char *complaint, size_t size)
{
    struct reading reading = { files, complaint, size, crc32(0, NULL, 0) };
    const char *const words[] = { options->title, options->home_url, options->lang };

    *complaint = '\0';
    *files = (struct page_files){ .count = 0 };
    if (!take_folder(&reading, options->page_folder) ||
            !take_logo(&reading, options->logo) ||
            (options->style != NULL &&
                    !take_file(&reading, options->style, "site.css")) ||
            !check_page(&reading, options->page_folder))
        return false;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        add_to_sum(&reading, words[i] == NULL ? "" : words[i],
                words[i] == NULL ? 0 : strlen(words[i]));
    (void)snprintf(files->digest, sizeof files->digest, "%08lx", reading.sum);
    return true;
}

const struct asset *page_files_find(const struct page_files *files, const char *name)
{
    for (size_t i = files->count; i-- > 0;)
        if (strcmp(files->own[i].name, name) == 0)
            return &files->own[i].asset;
    return asset_find(name);
}

void page_files_free(struct page_files *files)
{
    for (size_t i = 0; i < files->count; i++)
        free(files->own[i].bytes);
    files->count = 0;
}
