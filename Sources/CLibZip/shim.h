#ifndef PLANREPORT_CLIBZIP_SHIM_H
#define PLANREPORT_CLIBZIP_SHIM_H

#include <zip.h>

#endif
