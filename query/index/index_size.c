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

void index_size_measure(palpate_index_info *info, const struct index_folder *index)
{
    DIR *folder = opendir(index->database);

    measure_time(info, &index->stub);
    for (struct dirent *entry; folder != NULL && (entry = readdir(folder)) != NULL;)
        measure_file(info, folder, entry->d_name);
    if (folder != NULL)
        (void)closedir(folder);
}
