"""The screens: each shows one room of the work and does the deeds that its dialogs and keys ask for."""

from __future__ import annotations
