"""Closing a window as the button in its title bar does, where no window manager draws one."""

from ctypes import CDLL, POINTER, Structure, byref, c_char_p, c_int, c_long, c_ulong, c_void_p
from typing import ClassVar, Final

_CLIENT_MESSAGE: Final = 33
"""The event's number in X."""
_LONGS: Final = 32
"""Bits of each of the message's numbers."""


class _Message(Structure):
    """XClientMessageEvent, with the room that any event takes."""

    _fields_: ClassVar = [
        ("type", c_int),
        ("serial", c_ulong),
        ("send_event", c_int),
        ("display", c_void_p),
        ("window", c_ulong),
        ("message_type", c_ulong),
        ("format", c_int),
        ("data", c_long * 5),
        ("room", c_long * 12),
    ]


def close(window: int, display: str) -> None:
    """Ask a window to close, as a window manager does.

    Args:
        window: Its number on the display.
        display: The display, as ":1".
    """
    x11 = CDLL("libX11.so.6")
    x11.XOpenDisplay.restype, x11.XInternAtom.restype = c_void_p, c_ulong
    x11.XInternAtom.argtypes = [c_void_p, c_char_p, c_int]
    x11.XSendEvent.argtypes = [c_void_p, c_ulong, c_int, c_long, POINTER(_Message)]
    x11.XCloseDisplay.argtypes = [c_void_p]
    opened = x11.XOpenDisplay(display.encode())
    protocols, wanted = (
        x11.XInternAtom(opened, name, 0) for name in (b"WM_PROTOCOLS", b"WM_DELETE_WINDOW")
    )
    message = _Message(type=_CLIENT_MESSAGE, window=window, message_type=protocols, format=_LONGS)
    message.data[0] = wanted
    x11.XSendEvent(opened, window, 0, 0, byref(message))
    x11.XCloseDisplay(opened)
