// SQLite's way to the published pages: a file system with one file, which can only be read.
//
// Each method is a function of its own: SQLite's WebAssembly calls it by its signature, and one
// function under two signatures fails when it reports an error.

export const FILE_SYSTEM = "published-pages";

// Makes the file system known to SQLite.
export function installFileSystem(sqlite3, pages) {
  const { capi, wasm } = sqlite3;
  const methods = new capi.sqlite3_io_methods();
  methods.$iVersion = 1;
  const system = new capi.sqlite3_vfs();
  const usual = new capi.sqlite3_vfs(capi.sqlite3_vfs_find(null));
  system.$iVersion = 1;
  system.$szOsFile = capi.sqlite3_file.structInfo.sizeof;
  system.$mxPathname = 256;
  system.$xRandomness = usual.$xRandomness;
  system.$xSleep = usual.$xSleep;
  system.$xCurrentTime = usual.$xCurrentTime;
  usual.dispose();

  sqlite3.vfs.installVfs({
    io: {
      struct: methods,
      methods: {
        xClose: () => 0,
        xRead(file, target, length, offset) {
          try {
            copyBytes(pages, wasm.heap8u(), Number(target), length, Number(offset));
            return 0;
          } catch {
            return capi.SQLITE_IOERR_READ; // `pages` knows why
          }
        },
        xWrite: () => capi.SQLITE_READONLY,
        xTruncate: () => capi.SQLITE_READONLY,
        xSync: () => 0,
        xFileSize(file, size) {
          wasm.poke64(size, BigInt(pages.size * pages.count));
          return 0;
        },
        xLock: () => 0,
        xUnlock: () => 0,
        xCheckReservedLock(file, answer) {
          wasm.poke32(answer, 0);
          return 0;
        },
        xFileControl: () => capi.SQLITE_NOTFOUND,
        xSectorSize: () => pages.size,
        xDeviceCharacteristics: () => capi.SQLITE_IOCAP_IMMUTABLE,
      },
    },
    vfs: {
      struct: system,
      name: FILE_SYSTEM,
      methods: {
        xOpen(vfs, name, file, flags, flagsOut) {
          const opened = new capi.sqlite3_file(file);
          opened.$pMethods = methods.pointer;
          opened.dispose();
          if (flagsOut) wasm.poke32(flagsOut, capi.SQLITE_OPEN_READONLY);
          return 0;
        },
        xDelete: () => capi.SQLITE_READONLY,
        xAccess(vfs, name, flags, answer) {
          wasm.poke32(answer, 0); // no journal beside it
          return 0;
        },
        xFullPathname(vfs, name, length, answer) {
          return wasm.cstrncpy(answer, name, length) < length ? 0 : capi.SQLITE_CANTOPEN;
        },
        xGetLastError: () => 0,
      },
    },
  });
}

function copyBytes(pages, heap, target, length, offset) {
  let done = 0;
  while (done < length) {
    const place = offset + done;
    const inPage = place % pages.size;
    const page = pages.read(Math.floor(place / pages.size) + 1);
    const piece = page.subarray(inPage, inPage + length - done);
    heap.set(piece, target + done);
    done += piece.length;
  }
}
