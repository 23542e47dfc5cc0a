#include "query/index/index_size.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>

static void measure_time(palpate_index_info *info, const struct stat *file)
{
    if ((int64_t)file->st_mtim.tv_sec > info->written)
        info->written = (int64_t)file->st_mtim.tv_sec;
}

static void measure_file(palpate_index_info *info, DIR *folder, const char *name)
{
    struct stat file;

    if (fstatat(dirfd(folder), name, &file, AT_SYMLINK_NOFOLLOW) != 0 ||
            !S_ISREG(file.st_mode))
        return;
    info->bytes += (uint64_t)file.st_size;
    measure_time(info, &file);
}

static void measure_database(palpate_index_info *info, const char *path)
{
    DIR *folder = opendir(path);

    for (struct dirent *entry; folder != NULL && (entry = readdir(folder)) != NULL;)
        measure_file(info, folder, entry->d_name);
    if (folder != NULL)
        (void)closedir(folder);
}

void index_size_measure(palpate_index_info *info, const struct index_folder *index,
        const struct wide_index *wide)
{
    char path[INDEX_PATH];

    measure_time(info, &index->stub);
    for (unsigned i = 0; wide != NULL && i < wide->count; i++)
        measure_database(info, wide->parts[i].path);
    for (unsigned i = 0; i < index->shards; i++)
        if (index_shard_path(path, index->database, i))
            measure_database(info, path);
}
