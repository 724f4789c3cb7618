"""Bytes in, text with positions out: txt, html, docx, pdf, ofd, and doc/wps through LibreOffice."""
