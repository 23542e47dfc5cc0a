// What stands behind xc_blocks.
#pragma once

#include <memory>
#include <string>

#include "shim/glass_version.hpp"

struct xc_blocks {
    explicit xc_blocks(const std::string &path);

    // A block of a table; what is damaged throws.
    std::string block(unsigned table, uint32_t number) const;

    xc::glass_version version;
    std::unique_ptr<xc::plain_file> files[6];
    std::string last; // what xc_blocks_read() gave
};
