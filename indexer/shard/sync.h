/* Files and folders -> the disk, so that a power failure does not lose them. */
#ifndef INDEXER_SYNC_H
#define INDEXER_SYNC_H

#include <palpate/status.h>

/* Writes a folder's own list of names to the disk.  A file system that does not do that
   for folders is no failure.  PALPATE_IO. */
palpate_status sync_folder(const char *path, palpate_error *err);

/* The same for the folder that holds `path`. */
palpate_status sync_folder_of(const char *path, palpate_error *err);

/* Writes a folder and all plain files and folders in it to the disk.  PALPATE_IO for
   the first that cannot be: nothing may then be said to be stored. */
palpate_status sync_tree(const char *path, palpate_error *err);

#endif
