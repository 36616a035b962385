from enum import Enum

from fastapi import FastAPI, HTTPException

app = FastAPI()


class Station(str, Enum):
    north = "north"
    south = "south"


@app.get("/api/tides")
async def tides(station: Station = Station.north):
    raise HTTPException(404, detail=f"Station {station} has no tides.")
