"""Calls of PDFium by plain numbers, for what is asked of every word.

A typed ctypes call makes and checks pointer objects; a prototype of our own over the same address
takes integers, at a third of the cost.
"""

import ctypes
from typing import Any, Protocol

HANDLE = ctypes.c_void_p
INDEX = ctypes.c_int


class Call(Protocol):
    """A bound function of PDFium: handles, indexes and addresses of buffers in, a number out."""

    def __call__(self, *arguments: int) -> Any:
        """Call it; a null handle comes back as None."""


def bind(function: Any, result: Any, *arguments: Any) -> Call:
    """Return a function of PDFium's raw library, with ctypes types for `arguments` and `result`."""
    call: Call = ctypes.PYFUNCTYPE(result, *arguments)(address_of(function))
    return call


def address_of(handle: Any) -> int:
    """Return the address behind a pointer or function of PDFium's raw library; 0 for null."""
    return ctypes.cast(handle, ctypes.c_void_p).value or 0
