#include "query/disk.h"

#include <dirent.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

enum { PATH_SIZE = 4096 };

static void measure_file(palpate_index_info *info, const char *path, bool counts)
{
    struct stat file;

    if (stat(path, &file) != 0 || !S_ISREG(file.st_mode))
        return;
    if (counts)
        info->bytes += (uint64_t)file.st_size;
    if ((int64_t)file.st_mtim.tv_sec > info->written)
        info->written = (int64_t)file.st_mtim.tv_sec;
}

static void measure_folder(palpate_index_info *info, const char *path)
{
    DIR *folder = opendir(path);
    char name[PATH_SIZE];

    for (struct dirent *entry; folder != NULL && (entry = readdir(folder)) != NULL;)
        if (snprintf(name, sizeof name, "%s/%s", path, entry->d_name) < PATH_SIZE)
            measure_file(info, name, true);
    if (folder != NULL)
        (void)closedir(folder);
}

/* "auto PATH", where a path that does not start with a slash is beside the stub. */
static void measure_line(palpate_index_info *info, const char *root, const char *line)
{
    char name[PATH_SIZE];
    const char *path = strchr(line, ' ');

    if (path == NULL || strncmp(line, "remote ", 7) == 0)
        return;
    path++;
    int size = (int)strcspn(path, "\r\n");
    bool is_whole = *path == '/';
    int used = snprintf(name, sizeof name, "%s%s%.*s", is_whole ? "" : root,
            is_whole ? "" : "/", size, path);
    if (used < PATH_SIZE)
        measure_folder(info, name);
}

void disk_measure(palpate_index_info *info, const char *path)
{
    char root[PATH_SIZE];
    char stub[PATH_SIZE];
    char line[PATH_SIZE];
    struct stat at;

    (void)snprintf(root, sizeof root, "%s", path);
    if (stat(path, &at) == 0 && !S_ISDIR(at.st_mode)) {
        (void)snprintf(stub, sizeof stub, "%s", path);
        char *slash = strrchr(root, '/');
        if (slash == NULL)
            (void)snprintf(root, sizeof root, ".");
        else
            *slash = '\0';
    } else if (snprintf(stub, sizeof stub, "%s/XAPIANDB", path) >= PATH_SIZE) {
        return;
    }
    measure_file(info, stub, false);
    FILE *file = fopen(stub, "re");
    if (file == NULL)
        measure_folder(info, path); /* a single database without a stub */
    while (file != NULL && fgets(line, sizeof line, file) != NULL)
        measure_line(info, root, line);
    if (file != NULL)
        (void)fclose(file);
}
