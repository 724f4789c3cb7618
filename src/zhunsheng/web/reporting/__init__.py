"""
Annual reports: drafted from statements, written by units, accepted, made final, and taken as files.

It knows the registers of reports by name and composes what stands in them; which sentences and chapters
there are is for the catalogue to say, what a figure comes to for the indicators. Nothing is stored here:
every change goes through the actions of registers.
"""
