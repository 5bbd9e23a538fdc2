"""Attributions, trees and marks in, drafts of quotes out."""
