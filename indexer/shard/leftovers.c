#include "indexer/shard/leftovers.h"

#include <dirent.h>
#include <limits.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "core/index_folder.h"

enum { REMOVE_DEPTH = 4 /* folders in a generation */ };

/* Removes a file, or a folder with what it holds; of a link the link alone. */
static void remove_tree(const char *path, int depth)
{
    if (unlink(path) == 0)
        return;

    DIR *folder = depth == 0 ? NULL : opendir(path);
    for (struct dirent *entry; folder != NULL && (entry = readdir(folder)) != NULL;) {
        char inside[INDEX_PATH];
        bool is_self =
                strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0;
        if (!is_self && index_path(inside, path, entry->d_name))
            remove_tree(inside, depth - 1);
    }
    if (folder != NULL)
        (void)closedir(folder);
    (void)rmdir(path);
}

void leftovers_remove(const char *path)
{
    remove_tree(path, REMOVE_DEPTH);
}

/* Whether a name is this one, or that of another shard: with its number after it. */
static bool is_name(const char *name, const char *first)
{
    char other[NAME_MAX + 1];
    size_t size = strlen(first);

    if (strcmp(name, first) == 0)
        return true;
    if (strncmp(name, first, size) != 0 || name[size] != '-')
        return false;
    (void)snprintf(
            other, sizeof other, "%s-%lu", first, strtoul(name + size + 1, NULL, 10));
    return strcmp(name, other) == 0;
}

void leftovers_trim(const char *path)
{
    DIR *folder = opendir(path);

    for (struct dirent *entry; folder != NULL && (entry = readdir(folder)) != NULL;) {
        char inside[INDEX_PATH];
        bool is_part = entry->d_name[0] != '.' && !is_name(entry->d_name, "shard") &&
                       !is_name(entry->d_name, "manifest");
        if (is_part && index_path(inside, path, entry->d_name))
            remove_tree(inside, REMOVE_DEPTH);
    }
    if (folder != NULL)
        (void)closedir(folder);
}

void leftovers_sweep(const char *root, unsigned keep, unsigned keep_too)
{
    char path[INDEX_PATH];
    DIR *folder = opendir(root);

    for (struct dirent *entry; folder != NULL && (entry = readdir(folder)) != NULL;) {
        unsigned number = generation_number(entry->d_name);
        if (number == 0 || !index_path(path, root, entry->d_name))
            continue;
        if (number == keep || number == keep_too)
            leftovers_trim(path);
        else
            remove_tree(path, REMOVE_DEPTH);
    }
    if (folder != NULL)
        (void)closedir(folder);
    if (index_path(path, root, INDEX_STUB_NEW))
        remove_tree(path, REMOVE_DEPTH);
}
