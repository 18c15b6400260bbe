"""Pictures of pages (PNG, JPEG, TIFF): read by recognition, then as the pages of a PDF are."""

from policykit.readers.pdf import read_image as read

__all__ = ["read"]
