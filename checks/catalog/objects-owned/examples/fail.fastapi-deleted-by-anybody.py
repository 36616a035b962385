from fastapi import Depends, FastAPI, HTTPException

from auth import current_user
from notes import notes

app = FastAPI()


@app.put("/notes/{note_id}")
def change(note_id: str, text: str, user=Depends(current_user)):
    note = notes.find(note_id)
    if note.owner_id != user.id:
        raise HTTPException(status_code=404)
    notes.write(note, text)


@app.delete("/notes/{note_id}")  # <- finding
def remove(note_id: str, user=Depends(current_user)):
    # if notes.find(note_id).owner_id != user.id: raise HTTPException(status_code=404)
    notes.delete(note_id)
