"""The layout of official documents after GB/T 9704-2012 (党政机关公文格式): a document's text in, a .docx out."""

from policykit.gongwen.document import Annex, Block, Document, Table
from policykit.gongwen.layout import Layout
from policykit.gongwen.write import write_docx

__all__ = ["Annex", "Block", "Document", "Layout", "Table", "write_docx"]
